package cme.credit.merge;

import cme.credit.correction.Reassignments.Moved;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The board's statement that one diplomate is another one.
@Entity
@Table(name = "identity_merge")
class Merge {
    @Id private UUID id = UUID.randomUUID();

    @Column(name = "diplomate_id", nullable = false)
    private String diplomateId = "";

    /// The diplomate who remained then and may have been merged in turn since.
    @Column(name = "into_id", nullable = false)
    private String remaining = "";

    @Column(nullable = false)
    private String reason = "";

    @Column(name = "merged_at", nullable = false)
    private Instant mergedAt = Instant.EPOCH;

    @Column(name = "merged_by", nullable = false)
    private String mergedBy = "";

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    @Column(name = "withdrawal_reason")
    private @Nullable String withdrawalReason;

    /// For Hibernate.
    protected Merge() {}

    Merge(String diplomateId, String remaining, String reason, Instant at, String by) {
        this.diplomateId = diplomateId;
        this.remaining = remaining;
        this.reason = reason;
        mergedAt = at;
        mergedBy = by;
    }

    UUID id() {
        return id;
    }

    String diplomateId() {
        return diplomateId;
    }

    String remaining() {
        return remaining;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    void withdraw(String why, Instant at, String by) {
        withdrawalReason = why;
        withdrawnAt = at;
        withdrawnBy = by;
    }

    /// @param moved the completions that the merge moved, or that its withdrawal gave back
    MergeView toView(List<Moved> moved, boolean dryRun, int heldRowsRecorded) {
        return new MergeView(
                diplomateId,
                remaining,
                isWithdrawn() ? MergeView.Status.WITHDRAWN : MergeView.Status.STANDING,
                Objects.requireNonNullElse(withdrawalReason, reason),
                Objects.requireNonNullElse(withdrawnAt, mergedAt),
                Objects.requireNonNullElse(withdrawnBy, mergedBy),
                dryRun,
                moved.stream().map(MergeView.MovedCompletion::of).toList(),
                heldRowsRecorded);
    }
}
