package cme.system.faults;

import cme.stack.client.Api;
import cme.system.faults.Diplomates.Diplomate;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Compares the answers of compliance-services with the pure rules on the ledger.
final class StatusCheck {

    private final ExpectedStatuses rules;

    StatusCheck(ExpectedStatuses rules) {
        this.rules = rules;
    }

    /// @param compliance one instance, asked as the board
    List<String> differences(Api compliance) {
        var wrong = new ArrayList<String>();
        var listed = listed(compliance);
        for (var diplomate : Diplomates.ALL) {
            var status =
                    compliance
                            .get("/v1/diplomates/" + diplomate.id() + "/status")
                            .expect(200)
                            .body();
            var asOf = LocalDate.parse(status.path("asOf").asText());
            var right = rules.assess(diplomate, asOf);
            compare(diplomate, StatusText.of(status), StatusText.of(right), wrong);
            if (!right.standing().name().equals(listed.get(diplomate.id()))) {
                wrong.add(
                        "status: %s is listed as %s, not %s"
                                .formatted(
                                        diplomate.id(),
                                        listed.get(diplomate.id()),
                                        right.standing()));
            }
        }
        return wrong;
    }

    private static void compare(
            Diplomate diplomate, List<String> answered, List<String> right, List<String> wrong) {
        if (!answered.equals(right)) {
            int line =
                    IntStream.range(0, Math.min(answered.size(), right.size()))
                            .filter(i -> !answered.get(i).equals(right.get(i)))
                            .findFirst()
                            .orElse(Math.min(answered.size(), right.size()));
            wrong.add(
                    "status: of %s line %d is \"%s\", not \"%s\""
                            .formatted(
                                    diplomate.id(), line, line(answered, line), line(right, line)));
        }
    }

    private static String line(List<String> lines, int at) {
        return at < lines.size() ? lines.get(at) : "";
    }

    private static Map<String, String> listed(Api compliance) {
        var standings = new HashMap<String, String>();
        var list = compliance.get("/v1/statuses?limit=500").expect(200).body();
        for (var item : list.path("items")) {
            standings.put(item.path("diplomateId").asText(), item.path("standing").asText());
        }
        return standings;
    }

    /// The last published event of each diplomate shows the diplomate's status.
    List<String> differencesOfReadiness(Map<String, NavigableMap<Long, JsonNode>> told) {
        var wrong = new ArrayList<String>();
        for (var diplomate : Diplomates.ALL) {
            var events = told.get(diplomate.id());
            if (events == null) {
                wrong.add("readiness: nothing was told of " + diplomate.id());
                continue;
            }
            var last = events.lastEntry().getValue();
            var right = rules.assess(diplomate, LocalDate.parse(last.path("asOf").asText()));
            var states =
                    right.findings().stream()
                            .map(f -> f.requirement() + " " + f.dueYear() + " " + f.state())
                            .collect(Collectors.joining(", ", right.standing() + ": ", ""));
            if (!states(last).equals(states)) {
                wrong.add(
                        "readiness: last told of %s is %s, not %s"
                                .formatted(diplomate.id(), states(last), states));
            }
        }
        return wrong;
    }

    private static String states(JsonNode told) {
        return told.path("findings")
                .valueStream()
                .map(
                        f ->
                                f.path("requirement").asText()
                                        + " "
                                        + f.path("dueYear").asText()
                                        + " "
                                        + f.path("state").asText())
                .collect(Collectors.joining(", ", told.path("standing").asText() + ": ", ""));
    }
}
