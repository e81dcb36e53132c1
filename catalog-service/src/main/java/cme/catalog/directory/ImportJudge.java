package cme.catalog.directory;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityChange;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Draft;
import cme.catalog.activity.Moves;
import cme.catalog.activity.Moves.Move;
import cme.catalog.activity.Occasion;
import cme.catalog.provider.ProviderCode;
import cme.chassis.problem.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Judges one row. A row adds to an activity, and replaces the fields that it has; it never takes
/// anything away.
final class ImportJudge {

    private final ImportContext context;
    private final Instant now;
    private final String by;

    ImportJudge(ImportContext context, Instant now, String by) {
        this.context = context;
        this.now = now;
        this.by = by;
    }

    Verdict judge(ImportRow row) {
        ActivityCode code = row.code();
        var errors = new ArrayList<>(row.errors());
        ProviderCode provider = provider(row, errors);
        references(row, errors);
        if (code == null) {
            return new Verdict.Rejected(errors);
        }
        ActivityRevision current = context.activities().get(code.value());
        Draft draft = draft(row, provider, current);
        draft.flaws().stream()
                .filter(
                        flaw ->
                                errors.stream()
                                        .noneMatch(e -> e.pointer().equals("/" + flaw.field())))
                .forEach(f -> errors.add(new Violation("/" + f.field(), f.code(), f.detail())));
        return errors.isEmpty() ? judge(row, code, draft, current) : new Verdict.Rejected(errors);
    }

    private Verdict judge(
            ImportRow row, ActivityCode code, Draft draft, @Nullable ActivityRevision current) {
        Activity before =
                current == null
                        ? Activity.of(code, draft.description(true), List.of())
                        : current.activity();
        Move described = Moves.describe(before, draft.description(true));
        if (described instanceof Move.Refused(var slug, var detail)) {
            return rejected("", slug, detail);
        }
        Activity activity = described instanceof Move.Made(var made) ? made : before;
        boolean approved = false;
        for (ImportedApproval approval : row.approvals()) {
            switch (approve(activity, approval)) {
                case Move.Made(var made) -> {
                    activity = made;
                    approved = true;
                }
                case Move.Nothing() -> {}
                case Move.Refused(var slug, var detail) -> {
                    return rejected("/approvals", slug, detail);
                }
                case Move.Missing(var detail) -> throw new IllegalStateException(detail);
            }
        }
        return verdict(current, activity, approved);
    }

    private Verdict verdict(
            @Nullable ActivityRevision current, Activity activity, boolean approved) {
        if (current == null) {
            Occasion occasion = approved ? Occasion.APPROVED : Occasion.PROPOSED;
            return new Verdict.Created(
                    new ActivityChange(ActivityRevision.first(activity, now, by), occasion, null));
        }
        if (activity.equals(current.activity())) {
            return new Verdict.Unchanged(current);
        }
        Occasion occasion = approved ? Occasion.APPROVED : Occasion.CHANGED;
        return new Verdict.Updated(
                new ActivityChange(current.next(activity, now, by), occasion, null));
    }

    /// An approval that differs only in its end changes the existing one.
    private static Move approve(Activity activity, ImportedApproval wanted) {
        return activity.approvals().stream()
                .filter(there -> there.purpose() == wanted.purpose())
                .filter(there -> there.procedures().equals(wanted.procedures()))
                .filter(there -> there.span().from().equals(wanted.span().from()))
                .findFirst()
                .map(there -> Moves.changeApproval(activity, approval(there.id(), wanted)))
                .orElseGet(() -> Moves.approve(activity, approval(UUID.randomUUID(), wanted)));
    }

    private static Approval approval(UUID id, ImportedApproval wanted) {
        return new Approval(id, wanted.purpose(), wanted.procedures(), wanted.span());
    }

    private static Draft draft(
            ImportRow row, @Nullable ProviderCode provider, @Nullable ActivityRevision current) {
        Draft sent = row.draft().orElse(Draft.of(provider));
        return current == null ? sent : sent.orElse(Draft.of(current.activity().description()));
    }

    private @Nullable ProviderCode provider(ImportRow row, List<Violation> errors) {
        if (row.provider() == null) {
            return null;
        }
        ProviderCode provider = context.providers().get(row.provider().toLowerCase(Locale.ROOT));
        if (provider == null) {
            errors.add(
                    new Violation(
                            "/provider",
                            "provider.unknown",
                            "No provider has this code or name; add it first."));
        }
        return provider;
    }

    private void references(ImportRow row, List<Violation> errors) {
        row.approvals().stream()
                .flatMap(approval -> approval.procedures().stream())
                .filter(code -> !context.procedures().contains(code.value()))
                .distinct()
                .forEach(
                        code ->
                                errors.add(
                                        new Violation(
                                                "/approvals",
                                                "procedure.unknown",
                                                "There is no tracer procedure " + code + ".")));
        Cap cap = row.draft().cap();
        if (cap != null && !cap.credits().equals(context.caps().get(cap.group()))) {
            errors.add(
                    new Violation(
                            "/capCredits",
                            "cap.differs",
                            "Every activity of %s is capped at %s."
                                    .formatted(cap.group(), context.caps().get(cap.group()))));
        }
    }

    private static Verdict.Rejected rejected(String pointer, String code, String detail) {
        return new Verdict.Rejected(List.of(new Violation(pointer, code, detail)));
    }
}
