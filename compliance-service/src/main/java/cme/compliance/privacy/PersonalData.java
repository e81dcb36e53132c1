package cme.compliance.privacy;

import cme.chassis.json.StrictJson;
import cme.compliance.person.Persons;
import cme.compliance.rules.DiplomateId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads everything that this service holds on a person, one kind after the other.
@Singleton
final class PersonalData {

    private static final ObjectMapper JSON = StrictJson.mapper();
    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    private final Jdbi jdbi;
    private final Persons persons;

    PersonalData(Jdbi jdbi, Persons persons) {
        this.jdbi = jdbi;
        this.persons = persons;
    }

    /// A record and its place among all.
    record Placed(PersonalRecord kind, String place, JsonNode data) {}

    /// The next records of the person whose number this is or was before a merge.
    ///
    /// @param kind of the last record before
    /// @param place of the last record before; empty for the first ones
    List<Placed> after(DiplomateId diplomate, PersonalRecord kind, String place, int limit) {
        return jdbi.withHandle(
                handle -> {
                    String[] numbers = numbers(handle, diplomate);
                    List<Placed> found = new ArrayList<>();
                    for (PersonalRecord one : PersonalRecord.values()) {
                        if (one.compareTo(kind) >= 0 && found.size() < limit) {
                            String after = one == kind ? place : "";
                            found.addAll(page(handle, one, numbers, after, limit - found.size()));
                        }
                    }
                    return found;
                });
    }

    private String[] numbers(Handle handle, DiplomateId diplomate) {
        DiplomateId remaining = persons.mergedInto(handle, diplomate).orElse(diplomate);
        return persons.of(handle, List.of(remaining), Map.of())
                .get(remaining)
                .knownAt(Instant.MAX)
                .toArray(String[]::new);
    }

    private static List<Placed> page(
            Handle handle, PersonalRecord kind, String[] numbers, String after, int limit) {
        return handle.createQuery(kind.page())
                .bind("numbers", numbers)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new Placed(kind, row.getString("place"), data(row)))
                .list();
    }

    /// Columns are named as fields are.
    private static JsonNode data(ResultSet row) throws SQLException {
        try {
            JsonNode stored = JSON.readTree(row.getString("data"));
            ObjectNode data = JSON.createObjectNode();
            stored.properties()
                    .forEach(
                            column ->
                                    data.set(
                                            NEXT_WORD
                                                    .matcher(column.getKey())
                                                    .replaceAll(
                                                            word ->
                                                                    word.group(1)
                                                                            .toUpperCase(
                                                                                    Locale.ROOT)),
                                            column.getValue()));
            return data;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of a person cannot be read", e);
        }
    }
}
