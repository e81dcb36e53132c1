package cme.stack.demo;

import cme.stack.client.Answer;
import cme.stack.client.Api;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;

/// Completions that were corrected, and corrections that the society proposes where the board has
/// decided: one waits, others were accepted, rejected and replaced.
record NotableCorrections(Api board, Api asps, DemoDays days) {

    private static final String ROSTER = "ASPS-JOURNAL-CLUB";
    private static final String TITLE = "Journal club of the society";

    void make() {
        var roster = RosterPosting.post(asps, ROSTER, NotableRow.csv(rows()));
        correct(asps, roster, 0, "2.5", "Stayed for the discussion");
        for (int i = 1; i <= 3; i++) {
            correct(board, roster, i, "1.5", "The list of attendance says so");
        }
        propose(roster, 1, "2.75", "The chair remembers more");
        propose(roster, 1, "2.25", "The chair looked into the minutes");
        decide(propose(roster, 2, "2", "Came back after the break"), "ACCEPT");
        decide(propose(roster, 3, "4", "Says to have been there all day"), "REJECT");
    }

    private List<NotableRow> rows() {
        return List.of(row(0), row(1), row(2), row(3));
    }

    private NotableRow row(int number) {
        return NotableRow.of("JOURNAL-CLUB-" + number, Notable.CORRECTED, TITLE, on(number), "2")
                .safety("0");
    }

    private LocalDate on(int number) {
        return LocalDate.of(days.nextDue() - 1, 3, 3 + 7 * number);
    }

    private void correct(Api by, JsonNode roster, int number, String credits, String reason) {
        var path = path(roster, number);
        var now = by.get(path).expect(200);
        by.with("If-Match", now.tag()).put(path, body(number, credits, reason)).expect(200);
    }

    private Answer propose(JsonNode roster, int number, String credits, String reason) {
        return asps.post(
                        path(roster, number) + "/correction-proposals",
                        body(number, credits, reason))
                .expect(200, 201);
    }

    private void decide(Answer proposal, String decision) {
        board.post(
                        "/v1/correction-proposals/" + proposal.at("/id") + "/decision",
                        "{\"decision\": \"%s\", \"reason\": \"Compared with the list\"}"
                                .formatted(decision))
                .expect(200);
    }

    private String body(int number, String credits, String reason) {
        return """
        {"reason": "%s", "title": "%s", "completedOn": "%s", "credits": %s, "patientSafetyCredits": 0}
        """
                .formatted(reason, TITLE, on(number), credits);
    }

    private static String path(JsonNode roster, int number) {
        return "/v1/completions/" + roster.path("results").path(number).path("completion").asText();
    }
}
