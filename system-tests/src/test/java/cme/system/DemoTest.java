package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Api;
import cme.stack.demo.BoardDemo;
import cme.stack.process.ProjectFolder;
import cme.stack.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/// The demo shows everything that the contracts can say, so that every page has something to show.
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
class DemoTest {

    private static final String REBUILD = "/v1/projection/rebuild";
    private static final Duration ARRIVAL = Duration.ofMinutes(2);

    /// The values that are not to be expected in a demo, by schema.
    private static final Map<String, Set<String>> NEVER =
            Map.of(
                    // Nobody posts as a diplomate yet.
                    "PosterKind",
                    Set.of("DIPLOMATE"),
                    // Told once, in the answer to a file that has such things, and not kept.
                    "Notice.code",
                    Set.of("charset", "fields-passed-over", "unknown-focus", "unknown-id-domain"));

    private static RunningSystem system;
    private static DemoSurvey survey;

    @BeforeAll
    static void runTheDemo() throws IOException {
        var folder = Path.of("target", "demo-" + ProcessHandle.current().pid());
        system = RunningSystem.startWithoutPortal(Files.createDirectories(folder));
        run();
        survey = new DemoSurvey(system);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static void run() {
        new BoardDemo().run(system.stack(), new PrintStream(OutputStream.nullOutputStream()));
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @CsvSource({
        "catalog-service, Status",
        "catalog-service, ActivityType",
        "catalog-service, Purpose",
        "catalog-service, OncePer",
        "catalog-service, CreditsPer",
        "catalog-service, Module",
        "credit-service, HeldReason",
        "credit-service, HeldRowState",
        "credit-service, RowOutcome",
        "credit-service, Notice.code",
        "credit-service, CompletionStatus",
        "credit-service, CorrectionProposalState",
        "credit-service, RosterStatus",
        "credit-service, MergeStatus",
        "credit-service, PosterKind",
        "compliance-service, State",
        "compliance-service, Standing",
        "compliance-service, Reason",
        "compliance-service, Missing",
        "compliance-service, Unit",
        "compliance-service, Pathway",
        "compliance-service, Verdict",
        "compliance-service, Obstacle",
        "compliance-service, KnownKind",
        "compliance-service, KnownAction",
    })
    void everyValueOfTheContractIsShown(String service, String schema) throws IOException {
        var expected = new ArrayList<>(values(service, schema));
        expected.removeAll(NEVER.getOrDefault(schema, Set.of()));
        if (!survey.shown(schema).containsAll(expected)) {
            await().atMost(ARRIVAL)
                    .untilAsserted(
                            () ->
                                    assertThat(new DemoSurvey(system).shown(schema))
                                            .containsAll(expected));
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aMergeContradictsWhatTheRemainingDiplomateHas() {
        await().atMost(ARRIVAL)
                .untilAsserted(
                        () ->
                                assertThat(
                                                system.board(Service.COMPLIANCE)
                                                        .get("/v1/merge-contradictions")
                                                        .expect(200)
                                                        .at("/items/0/kind"))
                                        .isEqualTo("TRACER"));
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void peopleWorthALookAreInTheDataFolderAndCanSignIn() throws IOException {
        var people = people();
        assertThat(people.findValuesAsText("role"))
                .contains("board", "society", "diplomate")
                .hasSizeGreaterThan(20);
        for (var person : people) {
            assertThat(person.path("name").asText()).isNotBlank();
            assertThat(person.path("note").asText()).isNotBlank().doesNotContain("%");
            switch (person.path("role").asText()) {
                case "diplomate" -> assertThat(person.path("number").asText()).hasSize(6);
                case "society" -> assertThat(person.path("provider").asText()).isNotBlank();
                default -> assertThat(person.has("number")).isFalse();
            }
        }
    }

    /// The catalog that is shipped is older than every installation.
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aRebuildOfANewBoardFindsNoMistake() {
        var compliance = system.board(Service.COMPLIANCE);
        compliance.post(REBUILD, "{}").expect(202);
        await().atMost(ARRIVAL)
                .until(() -> !compliance.get(REBUILD).expect(200).at("/state").equals("RUNNING"));
        var rebuilt = compliance.get(REBUILD).expect(200);
        assertThat(rebuilt.at("/state")).as(rebuilt.at("/problem")).isEqualTo("COMPLETE");
        assertThat(rebuilt.at("/removed")).isEqualTo("0");
        assertThat(rebuilt.at("/added")).isEqualTo("0");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void theDemoAgainChangesNothing() throws IOException {
        var before = state();
        run();
        assertThat(state()).isEqualTo(before);
    }

    private static Map<String, Object> state() throws IOException {
        var credit = system.board(Service.CREDIT);
        var state = new HashMap<String, Object>();
        state.put("people", people());
        state.put("held", credit.get("/v1/held-rows?limit=1").expect(200).body());
        state.put("proposals", credit.get("/v1/correction-proposals").expect(200).body());
        for (var person : people()) {
            if (person.has("number")) {
                var number = person.path("number").asText();
                state.put(number, completions(credit, number));
            }
        }
        return state;
    }

    private static JsonNode completions(Api credit, String number) {
        return credit.get("/v1/completions?limit=500&diplomate=" + number).expect(200).body();
    }

    static JsonNode people() throws IOException {
        return new ObjectMapper()
                .readTree(system.stack().folder().root().resolve("demo-people.json").toFile());
    }

    /// The values of an enumeration, or of a property of a schema after a point.
    @SuppressWarnings("unchecked")
    private static List<String> values(String service, String schema) throws IOException {
        var file = ProjectFolder.find().resolve(service).resolve("contract/openapi.yaml");
        Object node = new Yaml().load(Files.readString(file));
        var path = new ArrayList<>(List.of("components", "schemas"));
        path.addAll(List.of(schema.replace(".", ".properties.").split("\\.")));
        path.add("enum");
        for (var step : path) {
            node = ((Map<String, Object>) node).get(step);
        }
        return (List<String>) node;
    }
}
