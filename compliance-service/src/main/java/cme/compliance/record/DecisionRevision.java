package cme.compliance.record;

import cme.compliance.rules.Decision;
import cme.compliance.rules.Finding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A decision as it was recorded.
///
/// @param revision from 1, for each requirement and due year
/// @param matter what it is about
/// @param decision null when it was taken back
public record DecisionRevision(
        int revision,
        Finding.Key matter,
        @Nullable Decision decision,
        Instant recordedAt,
        String recordedBy) {

    public static DecisionRevision of(int revision, Decision decision, String recordedBy) {
        return new DecisionRevision(
                revision,
                new Finding.Key(decision.requirement(), decision.dueYear()),
                decision,
                decision.recordedAt(),
                recordedBy);
    }
}
