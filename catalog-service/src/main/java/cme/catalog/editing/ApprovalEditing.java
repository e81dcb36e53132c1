package cme.catalog.editing;

import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Moves;
import cme.catalog.register.History;
import cme.catalog.register.Occasion;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Gives, changes and withdraws approvals, also with effect in the past.
@Singleton
class ApprovalEditing {

    private final Jdbi jdbi;
    private final Desk desk;
    private final References references;
    private final History history;

    ApprovalEditing(Jdbi jdbi, Desk desk, References references, History history) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.references = references;
        this.history = history;
    }

    Outcome approve(Editor.Board editor, ActivityCode code, ApprovalRequest request, Seen seen) {
        var approval = request.approval();
        var violations = jdbi.withHandle(handle -> references.violations(handle, approval));
        return violations.isEmpty()
                ? desk.move(
                        code,
                        editor,
                        seen,
                        Occasion.APPROVED,
                        request.reason(),
                        activity -> Moves.approve(activity, approval))
                : new Outcome.Invalid(violations);
    }

    Outcome change(Editor.Board editor, ActivityCode code, ApprovalRequest request, Seen seen) {
        var approval = request.approval();
        var violations = jdbi.withHandle(handle -> references.violations(handle, approval));
        return violations.isEmpty()
                ? desk.replace(
                        code,
                        editor,
                        seen,
                        Occasion.APPROVED,
                        request.reason(),
                        activity -> Moves.changeApproval(activity, approval))
                : new Outcome.Invalid(violations);
    }

    /// Withdrawing it again is harmless; an approval that never was is missing.
    Outcome withdraw(
            Editor.Board editor,
            ActivityCode code,
            UUID approval,
            @Nullable String reason,
            Seen seen) {
        var outcome =
                desk.move(
                        code,
                        editor,
                        seen,
                        Occasion.CHANGED,
                        reason,
                        activity -> Moves.withdrawApproval(activity, approval));
        return outcome instanceof Outcome.Missing && wasThere(code, approval)
                ? new Outcome.Withdrawn()
                : outcome;
    }

    private boolean wasThere(ActivityCode code, UUID approval) {
        return jdbi.withHandle(handle -> history.knowsApproval(handle, code, approval));
    }
}
