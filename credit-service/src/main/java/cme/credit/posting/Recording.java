package cme.credit.posting;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.credit.activity.Activities;
import cme.credit.activity.Activity;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.heldrow.HeldRow;
import cme.credit.heldrow.HeldRows;
import cme.credit.matching.Claim;
import cme.credit.matching.IdentityMatching;
import cme.credit.posting.Prepared.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Judges and writes what is posted on one occasion, one thing or some thousand at a time and in a
/// fixed number of statements, within one transaction.
public final class Recording {
    private final Handle transaction;
    private final Occasion occasion;
    private final LocalDate today;
    private final boolean dryRun;
    private final Stores stores;
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<String, KnownPosting> imagined = new HashMap<>();

    Recording(
            Handle transaction, Occasion occasion, LocalDate today, boolean dryRun, Stores stores) {
        this.transaction = transaction;
        this.occasion = occasion;
        this.today = today;
        this.dryRun = dryRun;
        this.stores = stores;
    }

    /// What it reads from and writes to.
    record Stores(
            Activities activities, Completions completions, HeldRows heldRows, EventLog eventLog) {}

    /// A submission with everything that can be found out about it without the database.
    ///
    /// @param prepared null of a submission that is broken
    public record Read(Submission submission, @Nullable Prepared prepared) {}

    /// Touches no database, so that the rows to come can be read while those before them are
    /// written.
    public Read read(Submission submission) {
        return switch (submission) {
            case Submission.Broken broken -> new Read(broken, null);
            case Submission.Readable readable ->
                    new Read(
                            readable,
                            Prepared.of(CompletionForm.read(readable.fields(), today), null));
        };
    }

    /// Judges rows in their order and writes what is to be written, unless it is a dry run.
    public List<RowResult> record(List<Read> rows) {
        Judge judge = prepare(rows.stream().map(Read::prepared).filter(Objects::nonNull).toList());
        List<RowResult> results = rows.stream().map(row -> judged(row, judge)).toList();
        if (dryRun) {
            imagined.putAll(judge.standings());
        } else {
            write(rows, results, judge.superseded());
        }
        return results;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    private Judge prepare(List<Prepared> drafts) {
        learnActivities(drafts);
        List<Whole> posted = drafts.stream().map(Prepared::whole).filter(Objects::nonNull).toList();
        Map<String, KnownPosting> standings = standings(posted);
        List<Claim> claims =
                posted.stream()
                        .filter(w -> !isCompleted(standings.get(w.posted().externalId())))
                        .map(Whole::claim)
                        .toList();
        IdentityMatching identities = IdentityMatching.prepare(transaction, claims);
        return new Judge(occasion, activities, standings, identities);
    }

    private static boolean isCompleted(@Nullable KnownPosting standing) {
        return standing != null && standing.what() instanceof KnownPosting.What.Completed;
    }

    private void learnActivities(List<Prepared> drafts) {
        Set<String> unknown =
                drafts.stream()
                        .map(prepared -> prepared.draft().activity())
                        .filter(Objects::nonNull)
                        .filter(code -> !activities.containsKey(code))
                        .collect(Collectors.toSet());
        activities.putAll(stores.activities().find(transaction, unknown));
    }

    private Map<String, KnownPosting> standings(List<Whole> posted) {
        List<String> externalIds =
                posted.stream().map(whole -> whole.posted().externalId()).distinct().toList();
        Map<String, KnownPosting> standings =
                stores.completions().standings(transaction, occasion, externalIds);
        for (String externalId : externalIds) {
            KnownPosting also = imagined.get(externalId);
            if (also != null) {
                standings.put(externalId, also);
            }
        }
        return standings;
    }

    private static RowResult judged(Read read, Judge judge) {
        return switch (read.submission()) {
            case Submission.Broken(int row, var violation) ->
                    new RowResult(row, null, new Verdict.Rejected(List.of(violation)), null);
            case Submission.Readable(int row, _, var content) -> {
                Prepared prepared = Objects.requireNonNull(read.prepared());
                yield new RowResult(
                        row, prepared.draft().externalId(), judge.judge(prepared), content);
            }
        };
    }

    private void write(List<Read> rows, List<RowResult> results, List<UUID> superseded) {
        List<Completions.New> recorded = new ArrayList<>();
        List<NewEvent> events = new ArrayList<>();
        List<HeldRow> held = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            switch (results.get(i).verdict()) {
                case Verdict.Recorded(Completion completion, UUID hash) -> {
                    recorded.add(new Completions.New(completion, hash));
                    events.add(CompletionEvent.logged(completion).in(traceparent(rows.get(i))));
                }
                case Verdict.Held(_, _, HeldRow fresh) -> {
                    if (fresh != null) {
                        held.add(fresh);
                    }
                }
                case Verdict.Duplicate _, Verdict.Conflict _, Verdict.Rejected _ -> {}
            }
        }
        stores.heldRows().supersede(transaction, superseded, occasion);
        stores.completions().insert(transaction, recorded);
        stores.heldRows().insert(transaction, held);
        stores.eventLog().append(transaction, events);
    }

    private static @Nullable String traceparent(Read row) {
        return row.prepared() == null ? null : row.prepared().traceparent();
    }
}
