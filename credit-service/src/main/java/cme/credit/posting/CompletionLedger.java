package cme.credit.posting;

import cme.chassis.database.QueryPlans;
import cme.chassis.eventlog.EventLog;
import cme.chassis.json.Fields;
import cme.chassis.problem.Unavailable;
import cme.chassis.tracing.Tracing;
import cme.credit.access.Poster;
import cme.credit.activity.Activities;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.completion.OverruledPostings;
import cme.credit.completion.PostingLock;
import cme.credit.heldrow.HeldRows;
import cme.credit.heldrow.Plausibility;
import cme.credit.identity.DiplomateNumberForm;
import cme.credit.matching.MissQuota;
import cme.credit.matching.Questions;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private final MissQuota misses;
    private final Tracing tracing;
    private final Clock clock;
    private final Map<Author, GroupCommit<Reading.WellFormed, JudgedRow>> groups =
            new ConcurrentHashMap<>();

    CompletionLedger(
            Jdbi jdbi,
            Activities activities,
            KnownPostings knownPostings,
            Completions completions,
            HeldRows heldRows,
            OverruledPostings overruled,
            EventLog eventLog,
            Plausibility plausibility,
            DiplomateNumberForm numberForm,
            MissQuota misses,
            Tracing tracing,
            Clock clock) {
        this.jdbi = jdbi;
        this.stores =
                new PostingTransaction.Stores(
                        activities,
                        knownPostings,
                        completions,
                        heldRows,
                        overruled,
                        eventLog,
                        new PostingRules.Checks(plausibility, numberForm));
        this.misses = misses;
        this.tracing = tracing;
        this.clock = clock;
    }

    /// The poster, the subject of the token, and whether what was withdrawn is put back.
    private record Author(Poster poster, String by, boolean reinstate) {}

    /// Records one completion. Simultaneous ones of the same author share a transaction.
    JudgedRow record(Poster poster, String by, JsonNode posted, boolean reinstate) {
        var author = new Author(poster, by, reinstate);
        Reading reading = Reading.of(1, Fields.of(posted), posted, tracing.here());
        if (!(reading instanceof Reading.WellFormed wellFormed)) {
            // The row is rejected in any case, so it need not queue.
            Questions none = misses.ofSingles(author.poster().provider());
            return jdbi.inTransaction(
                            transaction -> record(transaction, author, none, List.of(reading)))
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

    private GroupCommit<Reading.WellFormed, JudgedRow> group(Author author) {
        return new GroupCommit<>(
                PATIENCE,
                MAX_GROUP,
                Reading.WellFormed::externalId,
                rows -> recordGroup(author, rows));
    }

    private List<JudgedRow> recordGroup(Author author, List<Reading.WellFormed> rows) {
        Questions questions = misses.ofSingles(author.poster().provider());
        List<JudgedRow> judged =
                jdbi.inTransaction(
                        transaction -> recordGroup(transaction, author, questions, rows));
        misses.spend(author.poster().provider(), questions.misses());
        return judged;
    }

    private List<JudgedRow> recordGroup(
            Handle transaction, Author author, Questions questions, List<Reading.WellFormed> rows) {
        QueryPlans.planOnce(transaction);
        PostingLock.forSingles(
                transaction,
                author.poster(),
                rows.stream().map(Reading.WellFormed::externalId).toList());
        return record(transaction, author, questions, rows);
    }

    private List<JudgedRow> record(
            Handle transaction,
            Author author,
            Questions questions,
            List<? extends Reading> singles) {
        var occasion = new Occasion(author.poster(), author.by(), clock.instant(), null, 0);
        var mode = new PostingMode(false, author.reinstate());
        PostingTransaction posting = begin(transaction, occasion, mode, questions);
        List<JudgedRow> judged = posting.record(singles);
        posting.complete();
        return judged;
    }

    /// Begins a posting; the caller has taken the [PostingLock].
    ///
    /// @param questions of the poster, whose misses the caller spends after the transaction
    public PostingTransaction begin(
            Handle transaction, Occasion occasion, PostingMode mode, Questions questions) {
        return new PostingTransaction(transaction, occasion, mode, questions, stores);
    }
}
