package cme.credit.posting;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.credit.activity.Activities;
import cme.credit.activity.Activity;
import cme.credit.completion.BoardCalendar;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.heldrow.HeldRow;
import cme.credit.heldrow.HeldRows;
import cme.credit.matching.Claim;
import cme.credit.matching.IdentityMatching;
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

/// Judges and writes the rows of one posting within one transaction. Each batch of rows takes the
/// same number of statements, whether it has one row or thousands.
public final class PostingTransaction {
    private final Handle transaction;
    private final Occasion occasion;
    private final boolean dryRun;
    private final Stores stores;
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<String, KnownPosting> rehearsed = new HashMap<>();

    PostingTransaction(Handle transaction, Occasion occasion, boolean dryRun, Stores stores) {
        this.transaction = transaction;
        this.occasion = occasion;
        this.dryRun = dryRun;
        this.stores = stores;
    }

    /// The repositories that a posting reads from and writes to.
    record Stores(
            Activities activities,
            KnownPostings knownPostings,
            Completions completions,
            HeldRows heldRows,
            EventLog eventLog,
            PostingRules.Checks checks) {}

    public boolean isDryRun() {
        return dryRun;
    }

    /// Judges rows in their order, and writes the outcome unless this is a dry run.
    public List<JudgedRow> record(List<? extends Reading> rows) {
        PostingRules rules = rules(rows);
        List<JudgedRow> judged =
                rows.stream().map(row -> new JudgedRow(row, rules.judge(row))).toList();
        if (dryRun) {
            rehearsed.putAll(rules.known());
        } else {
            write(judged, rules.superseded());
        }
        return judged;
    }

    private PostingRules rules(List<? extends Reading> rows) {
        learnActivities(rows);
        List<Reading.WellFormed> wellFormed =
                rows.stream()
                        .filter(Reading.WellFormed.class::isInstance)
                        .map(Reading.WellFormed.class::cast)
                        .toList();
        Map<String, KnownPosting> known = known(wellFormed);
        List<Claim> claims =
                wellFormed.stream()
                        .filter(
                                row ->
                                        !(known.get(row.externalId())
                                                instanceof KnownPosting.Completed))
                        .map(Reading.WellFormed::claim)
                        .toList();
        return new PostingRules(
                occasion,
                BoardCalendar.today(occasion.at()),
                activities,
                known,
                IdentityMatching.prepare(transaction, claims),
                stores.checks());
    }

    private void learnActivities(List<? extends Reading> rows) {
        Set<String> unknown =
                rows.stream()
                        .map(PostingTransaction::activity)
                        .filter(Objects::nonNull)
                        .filter(code -> !activities.containsKey(code))
                        .collect(Collectors.toSet());
        activities.putAll(stores.activities().find(transaction, unknown));
    }

    private static @Nullable String activity(Reading row) {
        return switch (row) {
            case Reading.Broken _ -> null;
            case Reading.Malformed malformed -> malformed.form().activity();
            case Reading.WellFormed wellFormed -> wellFormed.form().activity();
        };
    }

    private Map<String, KnownPosting> known(List<Reading.WellFormed> rows) {
        List<String> externalIds =
                rows.stream().map(Reading.WellFormed::externalId).distinct().toList();
        Map<String, KnownPosting> known =
                stores.knownPostings().find(transaction, occasion, externalIds);
        for (String externalId : externalIds) {
            KnownPosting earlier = rehearsed.get(externalId);
            if (earlier != null) {
                known.put(externalId, earlier);
            }
        }
        return known;
    }

    private void write(List<JudgedRow> rows, List<UUID> superseded) {
        var recorded = new ArrayList<Completions.New>();
        var events = new ArrayList<NewEvent>();
        var held = new ArrayList<HeldRow>();
        for (JudgedRow row : rows) {
            switch (row.verdict()) {
                case Verdict.Recorded(Completion completion, UUID hash) -> {
                    recorded.add(new Completions.New(completion, hash));
                    events.add(CompletionEvent.of(completion).in(traceparent(row.reading())));
                }
                case Verdict.Held.Now(HeldRow heldRow) -> held.add(heldRow);
                case Verdict.Held.Already _,
                        Verdict.Duplicate _,
                        Verdict.Conflict _,
                        Verdict.Rejected _ -> {}
            }
        }
        stores.heldRows().supersede(transaction, superseded, occasion);
        stores.completions().insert(transaction, recorded);
        stores.heldRows().insert(transaction, held);
        stores.eventLog().append(transaction, events);
    }

    private static @Nullable String traceparent(Reading row) {
        return row instanceof Reading.WellFormed wellFormed ? wellFormed.traceparent() : null;
    }
}
