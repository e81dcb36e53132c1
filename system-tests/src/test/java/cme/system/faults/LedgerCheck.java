package cme.system.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// Compares acknowledged requests with the ledger: every one is recorded once, and nothing else is.
final class LedgerCheck {

    private final LedgerReading ledger;
    private final Journal journal;
    private final List<String> wrong = new ArrayList<>();

    private LedgerCheck(LedgerReading ledger, Journal journal) {
        this.ledger = ledger;
        this.journal = journal;
    }

    /// The promises, taken before the ledger is read: what is promised later may lack.
    record Promises(
            List<Journal.Recorded> recorded,
            List<Journal.Revised> revised,
            List<Journal.RosterWithdrawn> rostersWithdrawn) {

        static Promises of(Journal journal) {
            return new Promises(journal.recorded(), journal.revised(), journal.rostersWithdrawn());
        }
    }

    static List<String> differences(LedgerReading ledger, Journal journal, Promises promises) {
        var check = new LedgerCheck(ledger, journal);
        check.eachNameOnce();
        check.ledger.logged().values().forEach(check::history);
        check.currentIsLast();
        promises.recorded().forEach(check::recorded);
        promises.revised().forEach(check::revised);
        promises.rostersWithdrawn().forEach(check::rosterWithdrawn);
        return check.wrong;
    }

    private void wrong(String format, Object... details) {
        wrong.add("ledger: " + format.formatted(details));
    }

    private void eachNameOnce() {
        var names = new HashMap<Journal.Name, String>();
        for (var one : ledger.current()) {
            var name = new Journal.Name(one.poster(), one.externalId());
            var before = names.put(name, one.completion());
            if (before != null) {
                wrong("doubled: %s is recorded as %s and %s", name, before, one.completion());
            }
        }
    }

    /// Numbered from 1 without a gap, each but the first by a request that was sent, once.
    private void history(List<Revision> revisions) {
        var tags = new HashSet<String>();
        for (int i = 0; i < revisions.size(); i++) {
            var revision = revisions.get(i);
            if (revision.number() != i + 1) {
                wrong("revision %d in place %d of %s", revision.number(), i + 1, revision);
            }
            var tag = revision.reason();
            if (i > 0 && (tag == null || !journal.wasSent(tag))) {
                wrong("nobody asked for %s", revision);
            }
            if (tag != null && !tags.add(tag)) {
                wrong("doubled: %s took effect twice on %s", tag, revision.completion());
            }
        }
    }

    private void currentIsLast() {
        var seen = new HashSet<String>();
        for (var row : ledger.current()) {
            seen.add(row.completion());
            var history = ledger.logged().getOrDefault(row.completion(), List.of());
            if (history.isEmpty() || !history.getLast().equals(row)) {
                wrong("the row %s is not what was logged last: %s", row, history);
            }
        }
        for (var completion : ledger.logged().keySet()) {
            if (!seen.contains(completion)) {
                wrong("%s is logged and not recorded", completion);
            }
        }
    }

    private List<Revision> historyOf(String completion) {
        return ledger.logged().getOrDefault(completion, List.of());
    }

    private void recorded(Journal.Recorded promise) {
        var history = historyOf(promise.completion());
        if (history.isEmpty()) {
            wrong("lost: %s", promise);
            return;
        }
        var first = history.getFirst();
        var told =
                new Journal.Recorded(
                        new Journal.Name(first.poster(), first.externalId()),
                        first.completion(),
                        first.diplomate(),
                        first.content());
        if (!told.equals(promise)) {
            wrong("promised %s, recorded %s", promise, told);
        }
    }

    private void revised(Journal.Revised promise) {
        var told =
                historyOf(promise.completion()).stream()
                        .filter(revision -> promise.tag().equals(revision.reason()))
                        .map(LedgerCheck::told)
                        .toList();
        if (!told.equals(List.of(promise))) {
            wrong("lost: promised %s, recorded %s", promise, told);
        }
    }

    private static Journal.Revised told(Revision revision) {
        return new Journal.Revised(
                revision.completion(),
                revision.number(),
                revision.status(),
                revision.content(),
                String.valueOf(revision.reason()));
    }

    private void rosterWithdrawn(Journal.RosterWithdrawn promise) {
        for (var completion : promise.completions()) {
            var withdrawn =
                    historyOf(completion).stream().anyMatch(r -> r.status().equals("WITHDRAWN"));
            if (!withdrawn) {
                wrong("lost: %s did not reach %s", promise.tag(), completion);
            }
        }
    }
}
