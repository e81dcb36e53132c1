package cme.compliance.harness;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

/// Forgets everything that other tests told the service.
@Singleton
public class Slate {

    private final Jdbi jdbi;
    private final SettableClock clock;

    Slate(Jdbi jdbi, SettableClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public void wipe() {
        clock.set(SettableClock.START);
        jdbi.useTransaction(
                transaction -> {
                    transaction.execute("truncate diplomate, finding, reassessment cascade");
                    transaction.execute(
                            "truncate completion_revision, completion_moved, activity_revision");
                    transaction.execute("truncate event_log, dead_letter");
                    transaction.execute("update activity_copy set version = version + 1");
                });
    }
}
