package cme.stack.demo;

import cme.stack.LocalStack;
import cme.stack.service.Service;
import cme.stack.token.Tokens;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The output at the end of the demo.
record DemoReport(LocalStack stack, PrintStream out) {

    private static final List<String> STANDINGS =
            List.of("NOT_MET", "LATE", "DECISION_NEEDED", "DUE_SOON", "ON_TRACK", "COMPLETE");
    private static final List<String> OUTCOMES =
            List.of("rows", "recorded", "duplicate", "conflict", "held", "rejected");

    void print(
            List<Surgeon> surgeons,
            List<JsonNode> statuses,
            Map<String, JsonNode> rosters,
            List<DemoPeople.Person> people) {
        printRosters(rosters);
        printStandings(statuses);
        printPeople(people);
        printTryIt(surgeons.getFirst());
    }

    private void printRosters(Map<String, JsonNode> rosters) {
        out.printf("%nRosters%n  %-28s", "");
        OUTCOMES.forEach(outcome -> out.printf("%10s", outcome));
        out.println();
        rosters.forEach(
                (code, roster) -> {
                    out.printf("  %-28s", code);
                    OUTCOMES.forEach(outcome -> out.printf("%10d", roster.path(outcome).asInt()));
                    out.println();
                });
    }

    private void printStandings(List<JsonNode> statuses) {
        var counts = new LinkedHashMap<String, Integer>();
        STANDINGS.forEach(standing -> counts.put(standing, 0));
        statuses.forEach(status -> counts.merge(standing(status), 1, Integer::sum));
        out.printf("%nStandings of %d diplomates%n", statuses.size());
        counts.forEach(
                (standing, n) ->
                        out.printf("  %-16s %4d  %s%n", standing, n, "#".repeat((n + 1) / 2)));
    }

    private static String standing(JsonNode status) {
        return status.path("standing").asText();
    }

    private void printPeople(List<DemoPeople.Person> people) {
        out.printf("%nPeople worth a look%n");
        people.stream()
                .filter(person -> person.number() != null)
                .forEach(
                        person ->
                                out.printf(
                                        "  %s  %-36s %s%n",
                                        person.number(), person.name(), person.note()));
    }

    private void printTryIt(Surgeon surgeon) {
        var id = surgeon.diplomateId();
        out.printf("%nTry it (the tokens are good for %d minutes)%n", Tokens.LIFETIME.toMinutes());
        out.printf("  BOARD=%s%n", stack.tokens().board());
        out.printf("  SURGEON=%s%n", stack.tokens().diplomate(id));
        out.printf("  SOCIETY=%s%n", stack.tokens().society("ASPS"));
        out.printf("  curl -s '%s/v1/activities?q=thrombo'%n", url(Service.CATALOG));
        out.printf(
                "  curl -s -H \"Authorization: Bearer $SURGEON\" %s/v1/diplomates/%s/status%n",
                url(Service.COMPLIANCE), id);
        out.printf(
                "  curl -s -H \"Authorization: Bearer $BOARD\" '%s/v1/statuses?standing=DUE_SOON'%n",
                url(Service.COMPLIANCE));
        out.printf(
                """
                  curl -s -H "Authorization: Bearer $SOCIETY" -H 'Content-Type: application/json' \\
                    %s/v1/completions -d '{"externalId": "TRY-1", "diplomateId": "%s", \
                "familyName": "%s", "activity": "ASPS-VTE-PREVENTION", "completedOn": "2026-01-15", \
                "credits": 1.5}'
                """,
                url(Service.CREDIT), id, surgeon.familyName());
    }

    private String url(Service service) {
        return stack.service(service).baseUrl();
    }
}
