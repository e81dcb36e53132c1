package cme.compliance.harness;

import cme.compliance.diplomate.Diplomates;
import cme.test.stack.DatabaseOwner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Empties the database of the service between tests.
@Singleton
public class CleanDatabase {

    /// The service may not empty tables.
    private final Jdbi owner = Jdbi.create(DatabaseOwner::connect);

    private final Diplomates diplomates;
    private final SettableClock clock;
    private List<Map<String, Object>> offsetsOfWipe = List.of();

    CleanDatabase(Diplomates diplomates, SettableClock clock) {
        this.diplomates = diplomates;
        this.clock = clock;
    }

    /// Removes everything that earlier tests sent, and resets the clock.
    public void wipe() {
        clock.set(SettableClock.START);
        owner.useTransaction(
                transaction -> {
                    keepServiceOut(transaction);
                    transaction.execute("truncate diplomate, finding, reassessment cascade");
                    transaction.execute(
                            "truncate completion_revision, completion_moved, activity_revision,"
                                    + " late_activity_revision, merge_revision");
                    transaction.execute("truncate event_log, dead_letter");
                    transaction.execute("update activity_copy set version = version + 1");
                    offsetsOfWipe =
                            transaction
                                    .select(
                                            "select topic, partition, next_offset from"
                                                    + " projection_offset")
                                    .mapToMap()
                                    .list();
                });
    }

    /// Removes the completions, forgets that any answer was given with them, and has the events
    /// since the last wipe read once more. Those from before are of other tests, some under the
    /// same numbers.
    public void forgetCompletions() {
        owner.useTransaction(
                transaction -> {
                    keepServiceOut(transaction);
                    transaction.execute("truncate completion_revision, status, finding");
                    transaction.execute(
                            "update diplomate set answered_until = null, told_until = null");
                    offsetsOfWipe.forEach(
                            offset ->
                                    transaction
                                            .createUpdate(
                                                    """
                                                    update projection_offset
                                                    set next_offset = :next_offset
                                                    where topic = :topic and partition = :partition
                                                    """)
                                            .bindMap(offset)
                                            .execute());
                });
    }

    /// The service may still be working on the data of an earlier test. It locks the set of
    /// reassessments before the diplomates; locking the diplomates first would be a deadlock.
    private void keepServiceOut(Handle transaction) {
        diplomates.keepAssessmentsOut(transaction);
        transaction.execute("lock table reassessment");
    }
}
