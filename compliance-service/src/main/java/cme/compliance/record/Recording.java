package cme.compliance.record;

import cme.chassis.database.Transactions;
import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.diplomate.NamedInstants;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Changes records and assesses the diplomates in the same transaction, so that the caller's next
/// question is answered with the change.
@Singleton
public class Recording {

    private final Transactions transactions;
    private final Diplomates diplomates;
    private final Records records;
    private final Assessor assessor;
    private final NamedInstants named;
    private final BoardClock clock;

    Recording(
            Transactions transactions,
            Diplomates diplomates,
            Records records,
            Assessor assessor,
            NamedInstants named,
            BoardClock clock) {
        this.transactions = transactions;
        this.diplomates = diplomates;
        this.records = records;
        this.assessor = assessor;
        this.named = named;
        this.clock = clock;
    }

    /// A change of records. It flushes the entities that it adds.
    public interface Change<R> {

        /// @param records of the locked diplomates
        /// @param changed to be filled with the diplomates whose record was changed
        R make(
                Handle transaction,
                Map<DiplomateId, DiplomateRecord> records,
                Set<DiplomateId> changed);
    }

    /// @param by the subject who wants the change
    public <R> R change(Set<DiplomateId> ids, String by, Change<R> change) {
        return transactions.call(
                transaction -> {
                    diplomates.holdActivities(transaction);
                    diplomates.lock(transaction, ids);
                    Set<DiplomateId> changed = new HashSet<>();
                    R result = change.make(transaction, records.of(transaction, ids), changed);
                    if (!changed.isEmpty()) {
                        assessor.assess(transaction, changed, by);
                    }
                    return result;
                });
    }

    /// The instant of the next revision. It is later than all recorded ones even if the clock was
    /// set back, because history is read by these instants, and later than all that answers have
    /// named, because these stay as they are.
    public Instant next(Handle transaction, DiplomateId diplomate, DiplomateRecord record) {
        Instant now = clock.now();
        Instant answered =
                named.latest(transaction, List.of(diplomate))
                        .getOrDefault(diplomate, NamedInstants.Latest.NONE)
                        .any();
        Instant recorded = record.latestRecordedAt();
        Instant next = (answered.isAfter(recorded) ? answered : recorded).plusNanos(1_000);
        return now.isBefore(next) ? next : now;
    }
}
