package cme.credit.posting;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.credit.access.Poster;
import cme.credit.activity.Activities;
import cme.credit.activity.Activity;
import cme.credit.completion.BoardCalendar;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.completion.Overruled;
import cme.credit.completion.OverruledPostings;
import cme.credit.heldrow.HeldRow;
import cme.credit.heldrow.HeldRows;
import cme.credit.matching.Claim;
import cme.credit.matching.IdentityMatch;
import cme.credit.matching.IdentityMatching;
import cme.credit.matching.Questions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Judges and writes the rows of one posting within one transaction. Each batch of rows takes the
/// same number of statements, whether it has one row or thousands.
public final class PostingTransaction {
    private final Handle transaction;
    private final Occasion occasion;
    private final PostingMode mode;
    private final Questions questions;
    private final Stores stores;
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<String, KnownPosting> rehearsed = new HashMap<>();

    /// Completions of the rows of a dry run, which are not in the database.
    private final Repetitions rehearsedThings;

    PostingTransaction(
            Handle transaction,
            Occasion occasion,
            PostingMode mode,
            Questions questions,
            Stores stores) {
        this.transaction = transaction;
        this.occasion = occasion;
        this.mode = mode;
        this.questions = questions;
        this.rehearsedThings = new Repetitions(occasion.poster());
        this.stores = stores;
    }

    /// The repositories that a posting reads from and writes to.
    record Stores(
            Activities activities,
            KnownPostings knownPostings,
            Completions completions,
            HeldRows heldRows,
            OverruledPostings overruled,
            EventLog eventLog,
            PostingRules.Checks checks) {}

    public boolean isDryRun() {
        return mode.dryRun();
    }

    /// Judges rows in their order, and writes the outcome unless this is a dry run. How often a day
    /// of birth was contradicted is kept by [#complete].
    public List<JudgedRow> record(List<? extends Reading> rows) {
        PostingRules rules = rules(rows);
        List<Verdict> verdicts = rows.stream().map(rules::judge).toList();
        List<JudgedRow> judged = noticed(rows, verdicts);
        if (mode.dryRun()) {
            rules.known().forEach((name, posting) -> rehearsed.put(name, posting.rehearsed()));
        } else {
            write(judged, rules.superseded());
        }
        return judged;
    }

    /// Keeps how often days of birth were contradicted: the last thing of the transaction.
    public void complete() {
        questions.write(transaction);
    }

    private List<JudgedRow> noticed(List<? extends Reading> rows, List<Verdict> verdicts) {
        Repetitions repetitions =
                mode.dryRun() ? rehearsedThings : new Repetitions(occasion.poster());
        repetitions.read(
                transaction,
                verdicts.stream().flatMap(v -> Notices.completion(v).stream()).toList());
        boolean isBoard = occasion.poster().equals(Poster.BOARD);
        var notices = new Notices(repetitions, isBoard || !mode.dryRun());
        var judged = new ArrayList<JudgedRow>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Reading row = rows.get(i);
            String code = activity(row);
            Activity activity = code == null ? null : activities.get(code);
            judged.add(
                    new JudgedRow(
                            row, verdicts.get(i), notices.of(row, verdicts.get(i), activity)));
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
        List<Reading.WellFormed> unknown =
                wellFormed.stream()
                        .filter(
                                row ->
                                        !(known.get(row.externalId())
                                                instanceof KnownPosting.Completed))
                        .toList();
        List<Claim> claims = unknown.stream().map(Reading.WellFormed::claim).toList();
        IdentityMatching identities = questions.prepare(transaction, claims);
        return new PostingRules(
                occasion,
                mode,
                BoardCalendar.today(occasion.at()),
                activities,
                known,
                new PostingRules.Identities(questions, identities),
                overruled(unknown, known.values(), identities),
                stores.checks());
    }

    /// The overruled postings among the rows that may be recorded or put back.
    private Overruled overruled(
            List<Reading.WellFormed> unknown,
            Collection<KnownPosting> known,
            IdentityMatching identities) {
        List<Completion> withdrawn =
                mode.reinstate()
                        ? known.stream()
                                .filter(KnownPosting.Completed.class::isInstance)
                                .map(posting -> ((KnownPosting.Completed) posting).completion())
                                .filter(Completion::isWithdrawn)
                                .toList()
                        : List.of();
        return stores.overruled()
                .of(
                        transaction,
                        occasion.poster(),
                        Stream.concat(
                                        unknown.stream().map(row -> row.posted().content()),
                                        withdrawn.stream().map(Completion::content))
                                .toList(),
                        () -> days(unknown, withdrawn, identities));
    }

    private Set<Overruled.Day> days(
            List<Reading.WellFormed> unknown,
            List<Completion> withdrawn,
            IdentityMatching identities) {
        var days = new HashSet<Overruled.Day>();
        for (Reading.WellFormed row : unknown) {
            if (identities.match(row.claim()) instanceof IdentityMatch.Match(String diplomateId)) {
                days.add(Overruled.Day.of(occasion.poster(), diplomateId, row.posted().content()));
            }
        }
        for (Completion completion : withdrawn) {
            days.add(
                    Overruled.Day.of(
                            occasion.poster(), completion.diplomateId(), completion.content()));
        }
        return days;
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
        if (mode.reinstate()) {
            lockWithdrawn(known);
        }
        return known;
    }

    /// Nobody else may correct a completion while it is put back.
    private void lockWithdrawn(Map<String, KnownPosting> known) {
        Map<UUID, KnownPosting.Completed> withdrawn = new HashMap<>();
        for (KnownPosting posting : known.values()) {
            if (posting instanceof KnownPosting.Completed completed
                    && completed.completion().isWithdrawn()) {
                withdrawn.put(completed.completion().id(), completed);
            }
        }
        if (!withdrawn.isEmpty()) {
            for (Completion now : stores.completions().lock(transaction, withdrawn.keySet())) {
                KnownPosting.Completed read = withdrawn.get(now.id());
                known.put(read.externalId(), read.withCompletion(now));
            }
        }
    }

    private void write(List<JudgedRow> rows, List<UUID> superseded) {
        var recorded = new ArrayList<Completions.New>();
        var events = new ArrayList<NewEvent>();
        var held = new ArrayList<HeldRow>();
        var reinstated = new ArrayList<Completion>();
        for (JudgedRow row : rows) {
            switch (row.verdict()) {
                case Verdict.Recorded(Completion completion, UUID hash) -> {
                    recorded.add(new Completions.New(completion, hash));
                    events.add(CompletionEvent.of(completion).in(traceparent(row.reading())));
                }
                case Verdict.Reinstated(Completion completion) -> {
                    reinstated.add(completion);
                    events.add(CompletionEvent.of(completion).in(traceparent(row.reading())));
                }
                case Verdict.Held.Now(HeldRow heldRow, _) -> held.add(heldRow);
                case Verdict.Held.Already _,
                        Verdict.Duplicate _,
                        Verdict.SameAsRow _,
                        Verdict.Withdrawn _,
                        Verdict.Conflict _,
                        Verdict.Rejected _ -> {}
            }
        }
        stores.heldRows().supersede(transaction, superseded, occasion);
        stores.completions().insert(transaction, recorded);
        stores.completions().replace(transaction, reinstated);
        stores.heldRows().insert(transaction, held);
        stores.eventLog().append(transaction, events);
    }

    private static @Nullable String traceparent(Reading row) {
        return row instanceof Reading.WellFormed wellFormed ? wellFormed.traceparent() : null;
    }
}
