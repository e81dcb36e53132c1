package cme.compliance.harness;

import cme.compliance.diplomate.Diplomates;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Empties the tables of the service between tests.
@Singleton
public class CleanDatabase {

    private final Jdbi jdbi;
    private final Diplomates diplomates;
    private final SettableClock clock;

    CleanDatabase(Jdbi jdbi, Diplomates diplomates, SettableClock clock) {
        this.jdbi = jdbi;
        this.diplomates = diplomates;
        this.clock = clock;
    }

    /// Forgets everything that other tests told the service.
    public void wipe() {
        clock.set(SettableClock.START);
        jdbi.useTransaction(
                transaction -> {
                    keepServiceOut(transaction);
                    transaction.execute("truncate diplomate, finding, reassessment cascade");
                    transaction.execute(
                            "truncate completion_revision, completion_moved, activity_revision");
                    transaction.execute("truncate event_log, dead_letter");
                    transaction.execute("update activity_copy set version = version + 1");
                });
    }

    /// Forgets the completions and has their events read once more.
    public void forgetCompletions() {
        jdbi.useTransaction(
                transaction -> {
                    keepServiceOut(transaction);
                    transaction.execute("truncate completion_revision, status, finding");
                    transaction.execute("update projection_offset set next_offset = 0");
                });
    }

    /// The service goes on working on what a test before left to it. It takes the set of
    /// reassessments before the diplomates; to lock these first would be a deadlock.
    private void keepServiceOut(Handle transaction) {
        diplomates.keepAssessmentsOut(transaction);
        transaction.execute("lock table reassessment");
    }
}
