package cme.system;

import cme.stack.client.Api;
import cme.stack.service.Service;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The values that the people of the demo show, by the schema of the contract that has them. What
/// several schemas have is read once.
final class DemoSurvey {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final RunningSystem system;
    private final List<String> numbers;
    private final Map<String, List<JsonNode>> read = new HashMap<>();

    DemoSurvey(RunningSystem system) throws IOException {
        this.system = system;
        this.numbers = DemoTest.people().findValuesAsText("number");
    }

    private List<JsonNode> once(String what, Supplier<List<JsonNode>> reading) {
        return read.computeIfAbsent(what, _ -> reading.get());
    }

    Set<String> shown(String schema) {
        return switch (schema) {
            case "Status", "ActivityType", "OncePer", "CreditsPer", "Purpose", "Module" ->
                    catalog(schema);
            case "State", "Standing", "Reason", "Missing", "Unit", "Pathway", "Verdict" ->
                    status(schema);
            case "Obstacle", "KnownKind", "KnownAction" -> planAndHistory(schema);
            default -> ledger(schema);
        };
    }

    private Set<String> catalog(String schema) {
        var board = system.board(Service.CATALOG);
        var activities = items(board, "/v1/activities?limit=500");
        return switch (schema) {
            case "Status" -> values(activities, "status");
            case "ActivityType" -> values(activities, "type");
            case "OncePer" -> values(activities, "oncePer");
            case "CreditsPer" -> values(activities, "creditsPer");
            case "Purpose" -> values(activities, "purpose");
            default -> values(items(board, "/v1/tracer-procedures?limit=500"), "module");
        };
    }

    private Set<String> status(String schema) {
        var statuses = once("statuses", this::statuses);
        var findings = statuses.stream().map(s -> s.path("findings")).toList();
        return switch (schema) {
            case "State" -> values(findings, "state");
            case "Standing" -> values(statuses, "standing");
            case "Pathway" -> values(statuses, "pathway");
            case "Unit" -> values(findings, "unit");
            case "Missing" -> values(findings, "missing");
            case "Verdict" ->
                    values(
                            findings.stream()
                                    .flatMap(f -> f.findValues("decision").stream())
                                    .toList(),
                            "decision");
            default ->
                    values(
                            statuses.stream()
                                    .flatMap(
                                            s ->
                                                    Stream.concat(
                                                            s.findValues("notCounted").stream(),
                                                            Stream.of(s.path("countedNowhere"))))
                                    .toList(),
                            "reason");
        };
    }

    /// Of today, and of the days soon after the deadlines that have passed.
    private List<JsonNode> statuses() {
        var board = system.board(Service.COMPLIANCE);
        var today = LocalDate.now(ZONE);
        var statuses = new ArrayList<JsonNode>();
        for (var number : numbers) {
            var path = "/v1/diplomates/" + number + "/status";
            var status = board.get(path).expect(200, 404, 410, 409);
            if (status.status() != 200) {
                continue;
            }
            statuses.add(status.body());
            values(List.of(status.body().path("findings")), "deadline").stream()
                    .map(deadline -> LocalDate.parse(deadline).plusDays(14))
                    .filter(day -> day.isBefore(today))
                    .map(day -> board.get(path + "?asOf=" + day).expect(200).body())
                    .forEach(statuses::add);
        }
        return statuses;
    }

    private Set<String> planAndHistory(String schema) {
        var answers = once("plans and histories", this::plansAndHistories);
        return switch (schema) {
            case "Obstacle" -> values(answers, "obstacle");
            case "KnownKind" -> values(known(answers), "kind");
            default -> values(known(answers), "action");
        };
    }

    private List<JsonNode> plansAndHistories() {
        var board = system.board(Service.COMPLIANCE);
        return numbers.stream()
                .map(number -> "/v1/diplomates/" + number)
                .flatMap(of -> Stream.of(of + "/recommendations", of + "/history?limit=500"))
                .map(path -> board.get(path).body())
                .toList();
    }

    private static List<JsonNode> known(List<JsonNode> answers) {
        return answers.stream().flatMap(a -> a.findValues("known").stream()).toList();
    }

    private Set<String> ledger(String schema) {
        var board = system.board(Service.CREDIT);
        return switch (schema) {
            case "HeldReason" -> values(items(board, "/v1/held-rows?limit=500"), "reason");
            case "HeldRowState" -> heldRowStates(board);
            case "RowOutcome" -> values(rows(board), "outcome");
            case "Notice.code" ->
                    values(
                            rows(board).stream()
                                    .flatMap(row -> row.findValues("notices").stream())
                                    .toList(),
                            "code");
            case "RosterStatus" -> values(rosters(board), "status");
            case "CorrectionProposalState" ->
                    values(items(board, "/v1/correction-proposals?limit=500"), "state");
            case "MergeStatus" ->
                    values(
                            numbers.stream()
                                    .map(n -> board.get("/v1/identities/" + n + "/merge").body())
                                    .filter(merge -> merge.has("into"))
                                    .toList(),
                            "status");
            case "PosterKind" -> values(once("completions", () -> completions(board)), "poster");
            default -> values(once("completions", () -> completions(board)), "status");
        };
    }

    private List<JsonNode> completions(Api board) {
        return numbers.stream()
                .flatMap(n -> items(board, "/v1/completions?limit=500&diplomate=" + n).stream())
                .toList();
    }

    private Set<String> heldRowStates(Api board) {
        var rows = values(rows(board), "heldRow");
        return values(
                rows.stream()
                        .map(id -> board.get("/v1/held-rows/" + id).expect(200).body())
                        .toList(),
                "state");
    }

    private List<JsonNode> rows(Api board) {
        return once("rows", () -> rosterRows(board));
    }

    private static List<JsonNode> rosters(Api board) {
        return items(board, "/v1/rosters?limit=500");
    }

    /// Of the rosters that the notable people are in.
    private static List<JsonNode> rosterRows(Api board) {
        return rosters(board).stream()
                .filter(r -> !r.path("externalId").asText().matches(".*-(ANNUAL|MEETING)-.*"))
                .flatMap(
                        r ->
                                items(
                                        board,
                                        "/v1/rosters/" + r.path("id").asText() + "/rows?limit=500")
                                        .stream())
                .toList();
    }

    private static List<JsonNode> items(Api api, String path) {
        var items = new ArrayList<JsonNode>();
        api.get(path).expect(200).body().path("items").forEach(items::add);
        return items;
    }

    /// The texts of a field anywhere within, those of a list included.
    private static Set<String> values(List<JsonNode> within, String field) {
        var values = new TreeSet<String>();
        for (var node : within) {
            for (var value : node.findValues(field)) {
                if (value.isTextual()) {
                    values.add(value.asText());
                }
                value.forEach(element -> values.add(element.asText()));
            }
        }
        values.remove("");
        return values;
    }
}
