package cme.credit.roster;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static cme.credit.roster.SavedBySpreadsheet.typed;
import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.CatalogEvents;
import cme.credit.roster.RandomRoster.Mistake;
import cme.credit.roster.RandomRoster.Row;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows that were not recorded are handed back, opened and saved by a spreadsheet, and posted
/// again: unmended they are never recorded as less than what they said, and mended they are
/// recorded with everything that was not touched.
///
/// `-Droundtrip.rosters=15` for longer runs by hand.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RoundTripTest {
    private static final int ROSTERS = Integer.getInteger("roundtrip.rosters", 7);
    private static final String MISSPELT = "birthMonhtDay";

    @Inject CatalogEvents catalog;

    private String name = "";

    @BeforeEach
    void thePeopleAreKnown() {
        catalog.publishSamples();
        board().contentType("text/csv")
                .body(
                        """
                        diplomateId,familyName,birthMonthDay
                        012345,Vega-Ibarra,03-14
                        012346,Zając,02-29
                        012353,Côté-Dùbé,09-09
                        0912E4,'t Hooft,10-05
                        """)
                .post("/v1/identities/imports")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {19, 2026})
    void nothingIsLostOnTheWayThroughASpreadsheet(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < ROSTERS; i++) {
            name = "R" + UUID.randomUUID().toString().substring(0, 8);
            var roster = new RandomRoster(name, random);
            JsonPath first =
                    post(roster.type(), roster.text().getBytes(StandardCharsets.UTF_8)).jsonPath();
            assertThat(first.getInt("rows")).as(roster.text()).isEqualTo(roster.rows.size());
            String id = first.getString("id");
            List<Map<String, String>> table = new ArrayList<>();
            for (String outcome : List.of("REJECTED", "HELD")) {
                List<Map<String, String>> rows = handedBack(id, outcome);
                if (!rows.isEmpty()) {
                    postedAsItIs(roster, first, SavedBySpreadsheet.of(rows, random));
                    table.addAll(rows);
                }
            }
            if (!table.isEmpty()) {
                postedMended(roster, SavedBySpreadsheet.of(mended(roster, table), random));
                assertThat(handedBack(id, "REJECTED")).as(roster.text()).isEmpty();
                assertThat(handedBack(id, "HELD")).as(roster.text()).isEmpty();
            }
        }
    }

    private Response post(String type, byte[] body) {
        return society("ASPS")
                .header("Content-Type", type)
                .body(body)
                .post("/v1/rosters?externalId=" + name);
    }

    private static List<Map<String, String>> handedBack(String roster, String outcome) {
        byte[] table =
                society("ASPS")
                        .accept("text/csv")
                        .get("/v1/rosters/" + roster + "/rows?outcome=" + outcome)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        List<Map<String, String>> rows = SavedBySpreadsheet.opened(table);
        assertThat(rows).allSatisfy(row -> assertThat(row.values()).doesNotContain("#NAME?"));
        return rows;
    }

    private void postedAsItIs(RandomRoster roster, JsonPath first, SavedBySpreadsheet saved) {
        Response answer = post(saved.type(), saved.bytes());
        String what = roster.text() + "\n" + answer.asString();
        if (roster.rows.stream().anyMatch(row -> row.mistake() == Mistake.MISSPELT)
                && answer.statusCode() == 400) {
            assertThat(answer.asString()).as(what).contains(MISSPELT);
            return;
        }
        assertThat(answer.statusCode()).as(what).isEqualTo(200);
        for (Map<String, Object> result : results(answer.jsonPath())) {
            Row row = row(roster, String.valueOf(result.get("externalId")));
            switch (row.mistake()) {
                case TEXT_CREDITS -> assertRecorded(roster, row, result, what);
                case TOO_MANY_CELLS, NESTED, REPEATED, UNREADABLE ->
                        assertThat(codes(result)).as(what).containsExactly("unreadable");
                default -> {
                    Map<String, Object> before =
                            results(first).stream()
                                    .filter(r -> row.externalId().equals(r.get("externalId")))
                                    .findFirst()
                                    .orElseThrow();
                    for (String same : List.of("outcome", "heldRow", "reason")) {
                        assertThat(result.get(same)).as(what).isEqualTo(before.get(same));
                    }
                    assertThat(codes(result)).as(what).isEqualTo(codes(before));
                }
            }
        }
    }

    private void postedMended(RandomRoster roster, SavedBySpreadsheet saved) {
        Response answer = post(saved.type(), saved.bytes());
        String what = roster.text() + "\n" + answer.asString();
        assertThat(answer.statusCode()).as(what).isEqualTo(200);
        for (Map<String, Object> result : results(answer.jsonPath())) {
            Row row = row(roster, String.valueOf(result.get("externalId")));
            assertRecorded(roster, row, result, what);
        }
    }

    private static List<Map<String, Object>> results(JsonPath answer) {
        return answer.getList("results");
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(Map<String, Object> result) {
        List<Map<String, String>> errors =
                (List<Map<String, String>>) result.getOrDefault("errors", List.of());
        return errors.stream().map(error -> error.get("code")).toList();
    }

    /// A row that could not be read has no name in the answer; there is one of the kind at a time.
    private static Row row(RandomRoster roster, String externalId) {
        return roster.rows.stream()
                .filter(row -> row.externalId().equals(externalId))
                .findFirst()
                .orElseGet(
                        () ->
                                roster.rows.stream()
                                        .filter(row -> row.mistake() == Mistake.UNREADABLE)
                                        .findFirst()
                                        .orElseThrow());
    }

    private static void assertRecorded(
            RandomRoster roster, Row row, Map<String, Object> result, String what) {
        assertThat(result.get("outcome")).as(what).isIn("RECORDED", "DUPLICATE");
        JsonPath recorded =
                board().get("/v1/completions/" + result.get("completion"))
                        .then()
                        .extract()
                        .jsonPath();
        Map<String, String> meant = roster.meaning(row);
        for (String field :
                List.of(
                        "externalId",
                        "diplomateId",
                        "activity",
                        "title",
                        "completedOn",
                        "category")) {
            assertThat(recorded.getString(field))
                    .as(field + " of " + what)
                    .isEqualTo(meant.get(field));
        }
        for (String field : List.of("credits", "patientSafetyCredits")) {
            assertThat(amount(recorded.get(field)))
                    .as(field + " of " + what)
                    .isEqualTo(amount(meant.get(field)));
        }
    }

    private static @Nullable BigDecimal amount(@Nullable Object number) {
        return number == null ? null : new BigDecimal(number.toString()).stripTrailingZeros();
    }

    /// What a clerk makes of the table: only the cells with mistakes are touched.
    private static List<Map<String, String>> mended(
            RandomRoster roster, List<Map<String, String>> table) {
        Set<String> header = new LinkedHashSet<>();
        table.forEach(row -> header.addAll(row.keySet()));
        header.remove(MISSPELT);
        roster.rows.forEach(row -> header.addAll(roster.meaning(row).keySet()));
        List<Map<String, String>> mended = new ArrayList<>();
        for (Map<String, String> cells : table) {
            Map<String, String> row = new LinkedHashMap<>();
            header.forEach(field -> row.put(field, cells.getOrDefault(field, "")));
            mend(roster, row(roster, cells), cells, row);
            mended.add(row);
        }
        return mended;
    }

    private static void mend(
            RandomRoster roster, Row meant, Map<String, String> before, Map<String, String> row) {
        if (!before.getOrDefault(MISSPELT, "").isEmpty()) {
            row.put("birthMonthDay", before.get(MISSPELT));
        }
        boolean isAll = !before.get("line").isEmpty();
        Map<String, String> meaning = roster.meaning(meant);
        for (String field : List.copyOf(row.keySet())) {
            String right = meaning.get(field);
            String posted = meant.posted().get(field);
            boolean isWrong =
                    posted != null ? !posted.equals(meant.meant().get(field)) : right != null;
            boolean isOfCompletion = posted != null || right != null;
            if (isOfCompletion && (isAll || isWrong)) {
                row.put(field, right == null ? "" : typed(field, right));
            } else if (isAll) {
                row.put(field, "");
            }
        }
    }

    private static Row row(RandomRoster roster, Map<String, String> cells) {
        String shown = cells.get("externalId") + cells.get("line");
        return roster.rows.stream()
                .filter(row -> shown.contains(row.externalId()))
                .findFirst()
                .orElseThrow();
    }
}
