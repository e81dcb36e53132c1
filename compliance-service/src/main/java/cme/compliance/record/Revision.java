package cme.compliance.record;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One revision of a subject in the record of a diplomate, such as the tracer of a due year.
///
/// @param <K> identifies the subject within the record
/// @param <V> the value that was recorded
public sealed interface Revision<K, V> {

    K subject();

    /// From 1, for each subject.
    int number();

    Instant recordedAt();

    String recordedBy();

    record Recorded<K, V>(K subject, int number, V value, Instant recordedAt, String recordedBy)
            implements Revision<K, V> {

        /// True when the value would be the same if it had been recorded at the same instant.
        public boolean says(Function<Instant, V> other) {
            return value.equals(other.apply(recordedAt));
        }
    }

    /// From this revision on, the subject has no value, or the diplomate not the cycle.
    ///
    /// @param value the value that is taken back, where the row repeats it: that of a cycle
    /// @param reason null in revisions of a time when none was asked for
    record TakenBack<K, V>(
            K subject,
            int number,
            @Nullable V value,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy)
            implements Revision<K, V> {}

    /// A revision as it is stored.
    ///
    /// @param value null in a row that takes the subject back
    /// @param reason why it was taken back; not looked at in other rows
    static <K, V> Revision<K, V> stored(
            K subject,
            int number,
            @Nullable V value,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy) {
        return value == null
                ? new TakenBack<>(subject, number, null, reason, recordedAt, recordedBy)
                : new Recorded<>(subject, number, value, recordedAt, recordedBy);
    }
}
