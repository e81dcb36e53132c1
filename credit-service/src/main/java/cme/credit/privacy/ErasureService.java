package cme.credit.privacy;

import cme.chassis.database.Transactions;
import cme.chassis.http.IfMatch;
import cme.credit.identity.IdentityLock;
import cme.credit.identity.Person;
import cme.credit.identity.PersonalDataStore;
import cme.credit.identity.PersonalDataStore.Erasure;
import cme.credit.identity.Persons;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Erases what tells who a person is, and keeps numbers and credits.
@Singleton
final class ErasureService {
    private final Transactions transactions;
    private final Persons persons;
    private final List<PersonalDataStore> stores;
    private final Clock clock;

    ErasureService(
            Transactions transactions,
            Persons persons,
            @All List<PersonalDataStore> stores,
            Clock clock) {
        this.transactions = transactions;
        this.persons = persons;
        // The register comes last: the others find their records by what it has.
        this.stores =
                stores.stream()
                        .sorted(Comparator.comparing(PersonalDataStore::kind).reversed())
                        .toList();
        this.clock = clock;
    }

    /// Erases every number of the person. Asked for again, it erases what came since.
    ///
    /// @param dryRun does everything and is rolled back, so that its answer is exact
    ErasureOutcome erase(
            String diplomateId, String reason, IfMatch seen, String by, boolean dryRun) {
        Function<Handle, ErasureOutcome> work =
                handle -> {
                    IdentityLock.forChanging(handle);
                    Erasure erasure = new Erasure(clock.instant(), by, reason);
                    return persons.findWithFormer(handle, diplomateId)
                            .map(
                                    person ->
                                            erase(
                                                    handle,
                                                    diplomateId,
                                                    person,
                                                    seen,
                                                    erasure,
                                                    dryRun))
                            .orElseGet(ErasureOutcome.Missing::new);
                };
        return dryRun ? transactions.dryRun(work) : transactions.call(work);
    }

    private ErasureOutcome erase(
            Handle transaction,
            String diplomateId,
            Person person,
            IfMatch seen,
            Erasure erasure,
            boolean dryRun) {
        if (!person.isErased() && !seen.matches(person.revision())) {
            return new ErasureOutcome.Stale(person.revision());
        }
        int waiting = stores.stream().mapToInt(store -> store.waiting(transaction, person)).sum();
        if (waiting > 0) {
            return new ErasureOutcome.Undecided(waiting);
        }
        Map<String, Integer> erased = new TreeMap<>();
        for (PersonalDataStore store : stores) {
            erased.put(store.kind().code(), store.erase(transaction, person, erasure));
        }
        int revision = persons.find(transaction, diplomateId).orElseThrow().revision();
        var view =
                new ErasureView(
                        diplomateId,
                        person.numbers().stream().sorted().toList(),
                        dryRun,
                        erasure.at(),
                        erased);
        return new ErasureOutcome.Done(view, revision);
    }
}
