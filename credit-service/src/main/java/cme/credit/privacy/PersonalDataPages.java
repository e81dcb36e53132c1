package cme.credit.privacy;

import cme.chassis.json.StrictJson;
import cme.credit.identity.Person;
import cme.credit.identity.PersonalDataStore;
import cme.credit.identity.PersonalDataStore.Datum;
import cme.credit.identity.PersonalDataStore.Kind;
import cme.credit.identity.Persons;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads everything that the ledger holds on a person, one kind after the other.
@Singleton
final class PersonalDataPages {
    private static final ObjectMapper JSON = StrictJson.mapper();

    private final Jdbi jdbi;
    private final Persons persons;
    private final List<PersonalDataStore> stores;

    PersonalDataPages(Jdbi jdbi, Persons persons, @All List<PersonalDataStore> stores) {
        this.jdbi = jdbi;
        this.persons = persons;
        this.stores =
                stores.stream().sorted(Comparator.comparing(PersonalDataStore::kind)).toList();
    }

    /// A record and its place among all.
    record Placed(Kind kind, String place, JsonNode data) {}

    /// The next records of the person of a number; empty when there is no such number.
    ///
    /// @param kind of the last record before
    /// @param place of the last record before; empty for the first ones
    Optional<List<Placed>> after(String diplomateId, Kind kind, String place, int limit) {
        return jdbi.withHandle(
                handle ->
                        persons.find(handle, diplomateId)
                                .map(person -> after(handle, person, kind, place, limit)));
    }

    private List<Placed> after(Handle handle, Person person, Kind kind, String place, int limit) {
        List<Placed> found = new ArrayList<>();
        for (PersonalDataStore store : stores) {
            if (store.kind().compareTo(kind) >= 0 && found.size() < limit) {
                String after = store.kind() == kind ? place : "";
                for (Datum datum : store.list(handle, person, after, limit - found.size())) {
                    found.add(
                            new Placed(
                                    store.kind(), datum.place(), JSON.valueToTree(datum.data())));
                }
            }
        }
        return found;
    }
}
