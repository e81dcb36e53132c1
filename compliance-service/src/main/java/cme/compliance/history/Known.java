package cme.compliance.history;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that became known: one revision of one thing.
sealed interface Known {

    Instant at();

    /// A revision in the board's record of the diplomate.
    ///
    /// @param subject identifies the thing within its kind, such as the due year of a tracer
    /// @param text the value in words; null where the thing was taken back
    record InRecord(
            KnownView.Kind kind,
            String subject,
            int revision,
            @Nullable String text,
            @Nullable String reason,
            Instant at,
            String by)
            implements Known {}

    /// @param at the instant since which it is known
    record OfCompletion(Completion.Id id, Completion.Revision revision, Instant at)
            implements Known {}

    /// A change in the catalog of an activity that the diplomate has completed.
    record OfActivity(Activity.Code code, Activity.Revision revision) implements Known {
        @Override
        public Instant at() {
            return revision.recordedAt();
        }
    }
}
