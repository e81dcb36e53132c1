package cme.credit.completion;

import cme.credit.completion.Prepared.Whole;
import cme.credit.identity.IdentityMatching;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Judges and writes what is posted alone, within one transaction: a round trip to the database to
/// learn everything, one to write, one to commit.
final class SinglePosting {
    private final Handle transaction;
    private final Recording.Stores stores;
    private final Clock clock;

    SinglePosting(Handle transaction, Recording.Stores stores, Clock clock) {
        this.transaction = transaction;
        this.stores = stores;
        this.clock = clock;
    }

    Verdict record(Poster poster, String by, Prepared prepared) {
        Whole whole = prepared.whole();
        OneReading known =
                whole == null
                        ? activityOf(prepared.draft())
                        : OneReading.of(transaction, poster, whole);
        Occasion occasion = new Occasion(poster, by, clock.instant(), null, 0);
        Judge judge =
                new Judge(occasion, known.activities(), known.standings(), known.identities());
        Verdict verdict = judge.judge(prepared);
        stores.heldRows().supersede(transaction, judge.superseded(), occasion);
        write(verdict);
        return verdict;
    }

    /// Of a draft that is rejected anyway the catalog can still say what else is wrong.
    private OneReading activityOf(Draft draft) {
        Set<String> codes = draft.activity() == null ? Set.of() : Set.of(draft.activity());
        return new OneReading(
                stores.activities().find(transaction, codes),
                Map.of(),
                IdentityMatching.among(List.of()));
    }

    private void write(Verdict verdict) {
        switch (verdict) {
            case Verdict.Recorded(Completion completion, UUID hash) ->
                    OneWriting.of(
                            transaction, stores.eventLog(), new Completions.New(completion, hash));
            case Verdict.Held(_, _, HeldRow fresh) -> {
                if (fresh != null) {
                    stores.heldRows().insert(transaction, List.of(fresh));
                }
            }
            case Verdict.Duplicate _, Verdict.Conflict _, Verdict.Rejected _ -> {}
        }
    }
}
