package cme.credit.posting;

import cme.chassis.database.QueryPlans;
import cme.chassis.eventlog.EventLog;
import cme.chassis.json.Fields;
import cme.chassis.problem.Unavailable;
import cme.chassis.tracing.Tracing;
import cme.credit.access.Poster;
import cme.credit.activity.Activities;
import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.completion.PostingLock;
import cme.credit.heldrow.HeldRows;
import cme.credit.heldrow.Plausibility;
import cme.credit.identity.DiplomateNumberForm;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Records postings, each once, whether they come one by one or in rosters.
@Singleton
public final class CompletionLedger {
    /// Requests still queued after this long are refused, so that one stuck transaction does not
    /// hold up the rest.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A larger group would delay its members longer than it saves.
    private static final int MAX_GROUP = 64;

    private final Jdbi jdbi;
    private final PostingTransaction.Stores stores;
    private final Tracing tracing;
    private final Clock clock;
    private final Map<Author, GroupCommit<Reading.WellFormed, Posting>> groups =
            new ConcurrentHashMap<>();

    CompletionLedger(
            Jdbi jdbi,
            Activities activities,
            KnownPostings knownPostings,
            Completions completions,
            HeldRows heldRows,
            EventLog eventLog,
            Plausibility plausibility,
            DiplomateNumberForm numberForm,
            Tracing tracing,
            Clock clock) {
        this.jdbi = jdbi;
        this.stores =
                new PostingTransaction.Stores(
                        activities,
                        knownPostings,
                        completions,
                        heldRows,
                        eventLog,
                        new PostingRules.Checks(plausibility, numberForm));
        this.tracing = tracing;
        this.clock = clock;
    }

    /// The poster, and the subject of the token.
    private record Author(Poster poster, String by) {}

    /// The result of posting one completion.
    record Posting(Verdict verdict, List<Notice> notices) {}

    /// Records one completion. Simultaneous ones of the same author share a transaction.
    Posting record(Poster poster, String by, JsonNode posted) {
        var author = new Author(poster, by);
        Reading reading = Reading.of(1, Fields.of(posted), posted, tracing.here());
        if (!(reading instanceof Reading.WellFormed wellFormed)) {
            // The row is rejected in any case, so it need not queue.
            return jdbi.inTransaction(transaction -> record(transaction, author, List.of(reading)))
                    .getFirst();
        }
        try {
            return groups.computeIfAbsent(author, this::group).submit(wellFormed);
        } catch (TimeoutException _) {
            throw new Unavailable(
                    "Earlier postings of this author take long to be recorded. Sending the same"
                            + " again is safe.");
        }
    }

    private GroupCommit<Reading.WellFormed, Posting> group(Author author) {
        return new GroupCommit<>(
                PATIENCE,
                MAX_GROUP,
                Reading.WellFormed::externalId,
                rows -> jdbi.inTransaction(transaction -> recordGroup(transaction, author, rows)));
    }

    private List<Posting> recordGroup(
            Handle transaction, Author author, List<Reading.WellFormed> rows) {
        QueryPlans.planOnce(transaction);
        PostingLock.forSingles(
                transaction,
                author.poster(),
                rows.stream().map(Reading.WellFormed::externalId).toList());
        return record(transaction, author, rows);
    }

    private List<Posting> record(
            Handle transaction, Author author, List<? extends Reading> singles) {
        var occasion = new Occasion(author.poster(), author.by(), clock.instant(), null, 0);
        List<Verdict> verdicts =
                begin(transaction, occasion, false).record(singles).stream()
                        .map(JudgedRow::verdict)
                        .toList();
        Map<UUID, String> repeated =
                Repetitions.find(
                        transaction,
                        verdicts.stream().flatMap(v -> completion(v).stream()).toList());
        return verdicts.stream().map(v -> new Posting(v, notices(v, repeated))).toList();
    }

    private static List<Notice> notices(Verdict verdict, Map<UUID, String> repeated) {
        return completion(verdict).map(repeated::get).map(Notice::countsOnce).stream().toList();
    }

    private static Optional<UUID> completion(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded(Completion completion, _) -> Optional.of(completion.id());
            case Verdict.Duplicate(UUID completion) -> Optional.of(completion);
            case Verdict.Held _, Verdict.Conflict _, Verdict.Rejected _ -> Optional.empty();
        };
    }

    /// Begins a posting; the caller has taken the [PostingLock].
    ///
    /// @param dryRun judges only, and writes nothing
    public PostingTransaction begin(Handle transaction, Occasion occasion, boolean dryRun) {
        return new PostingTransaction(transaction, occasion, dryRun, stores);
    }
}
