package cme.credit.completion;

import cme.chassis.eventlog.EventLog;
import cme.credit.activity.Activities;
import cme.credit.identity.Identities;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Records what is posted: each thing once, one by one or many at a time, on the same path.
@Singleton
public final class CompletionLedger {
    private final Jdbi jdbi;
    private final Recording.Stores stores;
    private final Clock clock;

    CompletionLedger(
            Jdbi jdbi,
            Activities activities,
            Identities identities,
            Completions completions,
            HeldRows heldRows,
            EventLog eventLog,
            Clock clock) {
        this.jdbi = jdbi;
        this.stores = new Recording.Stores(activities, identities, completions, heldRows, eventLog);
        this.clock = clock;
    }

    /// Records one completion in a transaction of its own.
    ///
    /// @param externalId as it was posted, to be locked; empty when it has none, and the posting
    ///   will be rejected
    Verdict record(Poster poster, String by, String externalId, Submission submission) {
        return jdbi.inTransaction(
                transaction -> {
                    PostingLock.forOne(transaction, poster, lockable(externalId));
                    Occasion occasion = new Occasion(poster, by, clock.instant(), null, 0);
                    return recording(transaction, occasion, false)
                            .record(List.of(submission))
                            .getFirst()
                            .verdict();
                });
    }

    /// As the form reads it, and without what the database has no character for (which the form
    /// refuses).
    private static String lockable(String externalId) {
        return externalId.strip().replace("\0", "");
    }

    /// Begins to record a roster; its poster's other postings wait until the transaction is over.
    public Instant lockForRoster(Handle transaction, Poster poster) {
        PostingLock.forRoster(transaction, poster);
        return clock.instant();
    }

    /// @param occasion with the instant that [#lockForRoster] answered
    /// @param dryRun judges only, and writes nothing
    public Recording recording(Handle transaction, Occasion occasion, boolean dryRun) {
        LocalDate today = BoardCalendar.today(occasion.at());
        return new Recording(transaction, occasion, today, dryRun, stores);
    }
}
