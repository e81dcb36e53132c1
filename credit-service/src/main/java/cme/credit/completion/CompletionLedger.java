package cme.credit.completion;

import cme.chassis.eventlog.EventLog;
import cme.chassis.json.Fields;
import cme.credit.activity.Activities;
import cme.credit.identity.Identities;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/// Records what is posted, each thing once: one by one or many at a time, judged by the same rules.
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
    Verdict record(Poster poster, String by, Fields posted) {
        LocalDate today = BoardCalendar.today(clock.instant());
        Prepared prepared = Prepared.of(CompletionForm.read(posted, today));
        return jdbi.inTransaction(
                transaction ->
                        new SinglePosting(transaction, stores, clock).record(poster, by, prepared));
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
