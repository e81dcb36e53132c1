package cme.compliance.record;

import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// One transaction in which something is recorded and its conclusions are drawn: the caller's next
/// question is answered with it.
@Singleton
public class Recording {

    private final Jdbi jdbi;
    private final Diplomates diplomates;
    private final Records records;
    private final Assessor assessor;
    private final BoardClock clock;

    Recording(
            Jdbi jdbi,
            Diplomates diplomates,
            Records records,
            Assessor assessor,
            BoardClock clock) {
        this.jdbi = jdbi;
        this.diplomates = diplomates;
        this.records = records;
        this.assessor = assessor;
        this.clock = clock;
    }

    /// What is decided with the record in hand.
    public interface Change<R> {

        /// @param at when it is recorded: later than everything recorded before
        Outcome<R> make(Handle transaction, DiplomateRecord record, Instant at);
    }

    /// What is decided about many at a time.
    public interface Changes<R> {

        /// @param records of the locked diplomates
        /// @param changed takes those whose record was changed
        R make(
                Handle transaction,
                Map<DiplomateId, DiplomateRecord> records,
                Set<DiplomateId> changed);
    }

    public <R> Outcome<R> of(DiplomateId diplomate, String by, Change<R> change) {
        return ofAll(
                Set.of(diplomate),
                by,
                (transaction, found, changed) -> {
                    var record = found.get(diplomate);
                    var outcome = change.make(transaction, record, nextInstant(record));
                    if (outcome.changedSomething()) {
                        changed.add(diplomate);
                    }
                    return outcome;
                });
    }

    public <R> R ofAll(Set<DiplomateId> ids, String by, Changes<R> changes) {
        return jdbi.inTransaction(
                transaction -> {
                    diplomates.holdActivities(transaction);
                    diplomates.lock(transaction, ids);
                    var changed = new HashSet<DiplomateId>();
                    var result = changes.make(transaction, records.of(transaction, ids), changed);
                    if (!changed.isEmpty()) {
                        assessor.assess(transaction, changed, by);
                    }
                    return result;
                });
    }

    /// A clock that was set back must not put a revision before the one that it follows: history is
    /// read by these instants.
    public Instant nextInstant(DiplomateRecord record) {
        var now = clock.now();
        var afterLast = record.latestRecordedAt().plusNanos(1_000);
        return now.isBefore(afterLast) ? afterLast : now;
    }
}
