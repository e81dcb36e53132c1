package cme.stack.demo;

import cme.stack.client.Api;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Rosters that have to be mended: rows that are rejected, that wait for the board for every
/// reason, and that were posted again with every outcome.
///
/// @param board decides in the credit-service
/// @param asps posts as the American Society of Plastic Surgeons
/// @param asaps posts as the Aesthetic Society
record NotableMending(Api board, Api asps, Api asaps, DemoDays days) {

    /// The last roster of all, which tells that everything is there.
    static final String LAST_ROSTER = "ASPS-REGIONAL-PUT-BACK";

    private static final String ROSTER = "ASPS-REGIONAL-COURSES";
    private static final String MISTAKE = "ASAPS-WRONG-FILE";
    private static final String TITLE = "Regional course on wound healing";

    void post() {
        var first = RosterPosting.post(asps, ROSTER, NotableRow.csv(rows()));
        withdraw(asps, first, "WITHDRAWN-BY-SOCIETY");
        withdraw(asps, first, "PUT-BACK");
        withdraw(board, first, "WITHDRAWN-BY-BOARD");
        decide(
                first,
                "HELD-RESOLVED",
                "{\"diplomateId\": \"%s\"}".formatted(Notable.CORRECTED.number()));
        decide(
                first,
                "HELD-DISCARDED",
                "{\"discard\": true, \"reason\": \"Nobody knows who is meant\"}");
        RosterPosting.post(asps, ROSTER + "-AGAIN", NotableRow.csv(again()));
        postByMistake();
        RosterPosting.post(
                asps,
                LAST_ROSTER + "&reinstate=true",
                NotableRow.csv(List.of(row("PUT-BACK", Notable.CORRECTED, 7))));
    }

    private List<NotableRow> rows() {
        var who = Notable.CORRECTED;
        var repeated = row("SAME-TWICE", who, 4);
        return List.of(
                row("RECORDED", who, 1),
                row("CHANGED-WITHOUT-CORRECTION", who, 2),
                row("COUNTS-ONCE-1", who, 3),
                row("COUNTS-ONCE-2", who, 3),
                repeated,
                repeated,
                row("WITHDRAWN-BY-SOCIETY", who, 5),
                row("WITHDRAWN-BY-BOARD", who, 6),
                row("PUT-BACK", who, 7),
                NotableRow.of(
                        "SPLIT-NEEDED",
                        Notable.NAMESAKE,
                        "ASPS-ANNUAL-" + (days.nextDue() - 1),
                        DemoDays.meetingOfAsps(days.nextDue() - 1),
                        "30"),
                row("NUMBER-OF-OLD", Notable.MERGED, 8),
                row("HELD-NO-MATCH", who, 9).person("039999", "", "Montgomery"),
                row("HELD-MULTIPLE", Notable.NAMESAKE, 9)
                        .person(
                                Notable.NAMESAKE.number(),
                                Notable.OTHER_NAMESAKE.npi(),
                                "Nakamura"),
                row("HELD-DIFFERS", Notable.OVERDUE, 9)
                        .person(Notable.OVERDUE.number(), "", "Hathorne"),
                row("HELD-ERASED", Notable.ERASED, 9),
                row("HELD-REVIEW", Notable.SEPARATED, 9).credits("88"),
                row("HELD-RESOLVED", who, 10).person("", who.npi(), "Mont-Gomery-Smithe"),
                row("HELD-DISCARDED", who, 11).person("039998", "", "Unknown"),
                row("HELD-REPLACED", who, 12).person("039997", "", "Montgomery"),
                row("REJECTED-INCREMENT", who, 13).credits("1.30"),
                row("REJECTED-RANGE", who, 13).credits("1200"),
                row("REJECTED-NUMBER", who, 13).person("3.0021E+04", "", "Montgomery"),
                row("REJECTED-NPI", who, 13).person("", "1234567890", "Montgomery"),
                NotableRow.of("REJECTED-FUTURE", who, TITLE, days.today().plusYears(1), "1"),
                NotableRow.of(
                        "REJECTED-MAXIMUM", who, NotableCatalog.SYMPOSIUM, symposium(), "44"));
    }

    private LocalDate symposium() {
        return LocalDate.of(days.nextDue() - 1, 5, 20);
    }

    private List<NotableRow> again() {
        var who = Notable.CORRECTED;
        return List.of(
                row("RECORDED", who, 1),
                row("CHANGED-WITHOUT-CORRECTION", who, 2).credits("3"),
                row("WITHDRAWN-BY-SOCIETY", who, 5),
                row("WITHDRAWN-BY-BOARD", who, 6),
                row("HELD-REPLACED", who, 12));
    }

    /// @param day of the month
    private NotableRow row(String externalId, Notable who, int day) {
        var on = LocalDate.of(days.nextDue() - 1, 2, day);
        return NotableRow.of("REGIONAL-" + externalId, who, TITLE, on, "2").safety("0.5");
    }

    private void withdraw(Api by, JsonNode roster, String externalId) {
        result(roster, externalId, "completion")
                .map(id -> "/v1/completions/" + id)
                .ifPresent(
                        completion ->
                                by.with("If-Match", by.get(completion).expect(200).tag())
                                        .post(
                                                completion + "/withdrawal",
                                                "{\"reason\": \"Was not there\"}")
                                        .expect(200));
    }

    private void decide(JsonNode roster, String externalId, String decision) {
        result(roster, externalId, "heldRow")
                .ifPresent(
                        row ->
                                board.post("/v1/held-rows/" + row + "/resolution", decision)
                                        .expect(200));
    }

    /// Empty when it was decided on in an earlier run that did not come to its end.
    private static Optional<String> result(JsonNode roster, String externalId, String field) {
        for (var result : roster.path("results")) {
            if (result.path("externalId").asText().equals("REGIONAL-" + externalId)
                    && result.hasNonNull(field)) {
                return Optional.of(result.path(field).asText());
            }
        }
        return Optional.empty();
    }

    /// A whole roster that the society takes back.
    private void postByMistake() {
        var wrong =
                NotableRow.of(
                                "WRONG-FILE-1",
                                Notable.NAMESAKE,
                                "A course of other people",
                                days.today().minusWeeks(2),
                                "2")
                        .safety("0");
        var roster = RosterPosting.post(asaps, MISTAKE, NotableRow.csv(List.of(wrong)));
        asaps.post(
                        "/v1/rosters/" + roster.path("id").asText() + "/withdrawal",
                        "{\"reason\": \"The file of another meeting\"}")
                .expect(200);
    }
}
