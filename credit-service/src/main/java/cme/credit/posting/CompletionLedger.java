package cme.credit.posting;

import cme.chassis.database.QueryPlans;
import cme.chassis.eventlog.EventLog;
import cme.chassis.json.Fields;
import cme.chassis.problem.Unavailable;
import cme.chassis.tracing.Tracing;
import cme.credit.activity.Activities;
import cme.credit.completion.BoardCalendar;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.completion.Poster;
import cme.credit.completion.PostingLock;
import cme.credit.heldrow.HeldRows;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Records what is posted, each thing once: one by one or many at a time, judged by the same rules.
@Singleton
public final class CompletionLedger {
    /// Who is not begun with by then is refused rather than kept waiting behind a transaction that
    /// is stuck.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// More would hold each other's answers back longer than they save.
    private static final int MAX_GROUP = 64;

    private final Jdbi jdbi;
    private final Recording.Stores stores;
    private final Tracing tracing;
    private final Clock clock;
    private final Map<Author, GroupCommit<Recording.Read, Verdict>> groups =
            new ConcurrentHashMap<>();

    CompletionLedger(
            Jdbi jdbi,
            Activities activities,
            Completions completions,
            HeldRows heldRows,
            EventLog eventLog,
            Tracing tracing,
            Clock clock) {
        this.jdbi = jdbi;
        this.stores = new Recording.Stores(activities, completions, heldRows, eventLog);
        this.tracing = tracing;
        this.clock = clock;
    }

    /// In whose name something is posted, and by whom.
    private record Author(Poster poster, String by) {}

    /// Records one completion; with others of the same author that come at the same time in one
    /// transaction.
    public Verdict record(Poster poster, String by, Fields posted) {
        Author author = new Author(poster, by);
        Draft draft = CompletionForm.read(posted, BoardCalendar.today(clock.instant()));
        Prepared prepared = Prepared.of(draft, tracing.here());
        Recording.Read read =
                new Recording.Read(new Submission.Readable(1, posted, null), prepared);
        if (prepared.whole() == null) {
            // It is rejected whatever stands, so it waits for nobody.
            return jdbi.inTransaction(transaction -> record(transaction, author, List.of(read)))
                    .getFirst();
        }
        try {
            return groups.computeIfAbsent(author, this::group).submit(read);
        } catch (TimeoutException _) {
            throw new Unavailable(
                    "What was posted before in this name takes long to be recorded. Sending the same again is safe.");
        }
    }

    private GroupCommit<Recording.Read, Verdict> group(Author author) {
        return new GroupCommit<>(
                PATIENCE,
                MAX_GROUP,
                CompletionLedger::externalId,
                singles ->
                        jdbi.inTransaction(
                                transaction -> {
                                    QueryPlans.planOnce(transaction);
                                    PostingLock.forSingles(
                                            transaction,
                                            author.poster(),
                                            singles.stream()
                                                    .map(CompletionLedger::externalId)
                                                    .toList());
                                    return record(transaction, author, singles);
                                }));
    }

    private static String externalId(Recording.Read single) {
        Prepared prepared = Objects.requireNonNull(single.prepared());
        return Objects.requireNonNull(prepared.draft().externalId());
    }

    private List<Verdict> record(Handle transaction, Author author, List<Recording.Read> singles) {
        Occasion occasion = new Occasion(author.poster(), author.by(), clock.instant(), null, 0);
        return recording(transaction, occasion, false).record(singles).stream()
                .map(RowResult::verdict)
                .toList();
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
