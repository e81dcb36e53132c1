package cme.credit.roster;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.quota.QuotaExceeded;
import cme.chassis.quota.QuotaState;
import cme.credit.access.Poster;
import cme.credit.completion.Occasion;
import cme.credit.completion.PostingLock;
import cme.credit.completion.TimeOrderedId;
import cme.credit.matching.MissQuota;
import cme.credit.matching.Questions;
import cme.credit.posting.CompletionLedger;
import cme.credit.posting.JudgedRow;
import cme.credit.posting.PostingMode;
import cme.credit.posting.PostingTransaction;
import cme.credit.posting.Reading;
import cme.credit.rosterfile.ReadAhead;
import cme.credit.rosterfile.RosterDocument;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Records rosters. Each row is judged for itself; the roster is written in one transaction or not
/// at all.
@Singleton
final class RosterLedger {
    private final Jdbi jdbi;
    private final CompletionLedger ledger;
    private final Rosters rosters;
    private final RosterRows rows;
    private final RosterLimits limits;
    private final MissQuota misses;
    private final Clock clock;

    RosterLedger(
            Jdbi jdbi,
            CompletionLedger ledger,
            Rosters rosters,
            RosterRows rows,
            RosterLimits limits,
            MissQuota misses,
            Clock clock) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.rosters = rosters;
        this.rows = rows;
        this.limits = limits;
        this.misses = misses;
        this.clock = clock;
    }

    /// The result of posting a roster.
    ///
    /// @param known true when the poster had posted a roster of this name before
    /// @param misses the rows of a society that did not find their diplomate
    /// @param quota what is left of the society's quota after a dry run; null otherwise
    record Posting(RosterView view, boolean known, long misses, @Nullable QuotaState quota) {}

    /// Records a roster; a dry run answers the same and writes nothing.
    ///
    /// A roster that was posted before is judged again, row by row: rows that were recorded are
    /// duplicates, withdrawn ones stay withdrawn unless they are to be put back, and new ones are
    /// added to it.
    ///
    /// @throws InvalidRequest when the roster cannot be read or has too many rows; then none of it
    ///   is recorded
    /// @throws QuotaExceeded when more rows of a dry run find nobody than the society may ask about
    Posting post(
            Poster poster,
            String by,
            String externalId,
            RosterDocument document,
            PostingMode mode) {
        String provider = poster.provider();
        if (mode.dryRun()) {
            MissQuota.Asked<Posting> asked =
                    misses.ask(
                            provider,
                            true,
                            questions -> post(poster, by, externalId, document, mode, questions));
            Posting posting = asked.result();
            return new Posting(posting.view(), posting.known(), posting.misses(), asked.left());
        }
        Questions questions = misses.ofRoster(provider);
        Posting posting = post(poster, by, externalId, document, mode, questions);
        misses.spend(provider, questions.misses());
        return posting;
    }

    private Posting post(
            Poster poster,
            String by,
            String externalId,
            RosterDocument document,
            PostingMode mode,
            Questions questions) {
        return jdbi.inTransaction(
                transaction -> {
                    PostingLock.forRoster(transaction, poster);
                    Instant at = clock.instant();
                    Optional<Roster> before = rosters.find(transaction, poster, externalId);
                    Roster roster = before.orElseGet(() -> fresh(poster, by, externalId, at));
                    int posting = before.map(known -> known.postings() + 1).orElse(1);
                    if (before.isEmpty() && !mode.dryRun()) {
                        rosters.insert(transaction, roster);
                    }
                    Occasion occasion = new Occasion(poster, by, at, roster.id(), posting);
                    PostingTransaction recording =
                            ledger.begin(transaction, occasion, mode, questions);
                    RowResults results = new RowResults(mode.dryRun());
                    recordAll(transaction, document, recording, occasion, results);
                    if (!mode.dryRun()) {
                        RowCounts counts =
                                posting == 1
                                        ? results.counts()
                                        : rows.count(transaction, roster.id());
                        rosters.keepCounts(transaction, roster.id(), counts);
                    }
                    UUID id = mode.dryRun() && before.isEmpty() ? null : roster.id();
                    Roster.Status status =
                            mode.dryRun() || before.isEmpty()
                                    ? roster.status()
                                    : rosters.status(transaction, roster.id());
                    return new Posting(
                            results.toView(id, externalId, status, document.notices()),
                            before.isPresent(),
                            questions.misses(),
                            null);
                });
    }

    private static Roster fresh(Poster poster, String by, String externalId, Instant at) {
        return new Roster(
                TimeOrderedId.at(at),
                poster,
                externalId,
                1,
                1,
                Roster.Status.RECORDED,
                at,
                by,
                new RowCounts());
    }

    private void recordAll(
            Handle transaction,
            RosterDocument document,
            PostingTransaction recording,
            Occasion occasion,
            RowResults answer) {
        try (ReadAhead ahead = new ReadAhead(document.rows(), limits.chunkRows())) {
            for (List<Reading> chunk = ahead.next(); !chunk.isEmpty(); chunk = ahead.next()) {
                if (chunk.getLast().row() > limits.maxRows()) {
                    throw tooManyRows();
                }
                List<JudgedRow> results = recording.record(chunk);
                if (!recording.isDryRun()) {
                    keep(transaction, occasion, results);
                }
                answer.add(results);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer.isEmpty()) {
            throw new InvalidRequest("/rows", "empty", "There is no row in this roster.");
        }
        recording.complete();
    }

    private void keep(Handle transaction, Occasion occasion, List<JudgedRow> results) {
        UUID roster = Objects.requireNonNull(occasion.roster());
        if (occasion.posting() == 1) {
            rows.insert(transaction, roster, results);
        } else if (rows.insertNews(transaction, roster, occasion.posting(), results)) {
            rosters.countPosting(transaction, roster, occasion.posting(), occasion.at());
        }
    }

    private InvalidRequest tooManyRows() {
        return new InvalidRequest(
                Problem.tooLarge(
                        "A roster has at most %d rows. Nothing was recorded; split it."
                                .formatted(limits.maxRows())));
    }
}
