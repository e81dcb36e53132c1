package cme.credit.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// A part of the ledger that keeps personal data: it shows, erases and outdates its own. Each table
/// with personal data belongs to one (docs/privacy.md).
public interface PersonalDataStore {
    /// What is kept, in the order in which it is shown.
    enum Kind {
        IDENTITY_REVISION,
        MERGE,
        COMPLETION_REVISION,
        HELD_ROW,
        ROSTER_ROW,
        CORRECTION_PROPOSAL,
        OVERRULED_POSTING;

        /// Whether places are sequence numbers of the event log.
        public boolean isNumbered() {
            return this == IDENTITY_REVISION || this == COMPLETION_REVISION;
        }

        /// For example `held-row`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A record of a person.
    ///
    /// @param place orders the records of one kind
    /// @param data is written as JSON
    record Datum(String place, Object data) {}

    /// An erasure that the board has asked for.
    record Erasure(Instant at, String by, String reason) {}

    Kind kind();

    /// The records that are surely the person's own, in the order of their places.
    ///
    /// @param after the place after which they begin; empty for the first ones
    List<Datum> list(Handle handle, Person person, String after, int limit);

    /// How much of the person waits for a decision, which has to be made before an erasure.
    default int waiting(Handle handle, Person person) {
        return 0;
    }

    /// Erases what tells who the person is, and keeps what was completed.
    ///
    /// @return how many records have lost something
    int erase(Handle transaction, Person person, Erasure erasure);

    /// Erases what was posted with settled records.
    ///
    /// @param before the instant by which they were settled
    /// @param limit the largest number of records
    /// @return how many records have lost something
    default int outdate(Handle transaction, Instant before, Instant at, int limit) {
        return 0;
    }
}
