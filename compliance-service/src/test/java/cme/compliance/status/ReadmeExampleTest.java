package cme.compliance.status;

import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.approve;
import static cme.compliance.harness.EventFixtures.completion;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.json.StrictJson;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The example in the README is the answer of the service for such a diplomate.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReadmeExampleTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- three open findings -->\n```json\n";
    private static final String END = "```\n<!-- end -->";
    private static final String ID = "012345";
    private static final ObjectMapper JSON = StrictJson.mapper();

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject SettableClock clock;

    /// Run with `-Dcontract.update` to put the answer of the service into the README.
    @Test
    void theDiplomateWithThreeOpenFindings() throws IOException {
        database.wipe();
        publishActivities();
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        tracer(3, "{\"procedure\":\"CARPAL_TUNNEL\",\"completedOn\":\"2023-09-01\"}");
        tracer(6, "{\"procedure\":\"AUGMENTATION_MAMMAPLASTY\",\"completedOn\":null}");
        postCompletions();

        clock.advance(Duration.ofSeconds(1));

        String example = shown(JSON.readTree(Api.status(ID).asString()));
        if (System.getProperty("contract.update") != null) {
            String readme = Files.readString(README);
            Files.writeString(README, readme.replace(inReadme(), example));
        }
        assertThat(inReadme()).isEqualTo(example);
    }

    private static String inReadme() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(from, readme.indexOf(END, from));
    }

    private void publishActivities() {
        events.activity(
                activity("ASPS-ANNUAL-2025", "60", "8")
                        .put("title", "Annual meeting 2025")
                        .put("oncePer", "DATE"));
        events.activity(
                approve(
                        activity("PRS-CARPAL-TUNNEL", "1", "0")
                                .put("title", "Evidence-based carpal tunnel release"),
                        "TRACER",
                        "2020-01-01",
                        "CARPAL_TUNNEL"));
        ObjectNode course =
                activity("IHI-OPEN-SCHOOL-PS", "10", "10")
                        .put("title", "Open School patient safety curriculum")
                        .put("oncePer", "DATE");
        course.putObject("cap").put("group", "IHI-PATIENT-SAFETY").put("credits", 10);
        events.activity(course);
    }

    private static void tracer(int dueYear, String body) {
        Api.board().body(body).put(Api.path(ID, "tracers/" + dueYear)).then().statusCode(201);
    }

    private void postCompletions() {
        events.completions(
                titled("c-01", "Annual meeting 2021", "2021-10-09", "80", "12"),
                titled("c-02", "Annual meeting 2022", "2022-10-08", "80", "12"),
                inCatalog("c-03", "PRS-CARPAL-TUNNEL", "2022-11-20", "1", "0"),
                titled("c-04", "Hand surgery symposium", "2024-06-14", "57.5", "0"),
                inCatalog("c-05", "ASPS-ANNUAL-2025", "2025-10-10", "60", "8"),
                inCatalog("c-06", "ASPS-ANNUAL-2025", "2025-10-10", "60", "8")
                        .put("poster", "DIPLOMATE"),
                inCatalog("c-07", "IHI-OPEN-SCHOOL-PS", "2026-02-03", "6", "6"),
                inCatalog("c-08", "IHI-OPEN-SCHOOL-PS", "2026-03-03", "5.25", "5.25"),
                titled("c-09", "Grand rounds", "2026-04-21", "10", null),
                inCatalog("c-10", "PRS-CARPAL-TUNNEL", "2026-05-02", "1", "0"),
                titled("c-11", "Residency workshop", "2020-03-10", "12", "2"));
    }

    private static ObjectNode titled(
            String id, String title, String completedOn, String credits, String safety) {
        return posted(id, completedOn, credits, safety).put("title", title);
    }

    private static ObjectNode inCatalog(
            String id, String activity, String completedOn, String credits, String safety) {
        return posted(id, completedOn, credits, safety).put("activity", activity).putNull("title");
    }

    private static ObjectNode posted(String id, String completedOn, String credits, String safety) {
        return completion(id, ID, completedOn, credits)
                .put(
                        "patientSafetyCredits",
                        safety == null ? null : new java.math.BigDecimal(safety));
    }

    /// The answer as it is served, without findings that are met or still ahead, an entry a line.
    private static String shown(JsonNode status) {
        ArrayNode findings = status.withArray("/findings");
        ArrayNode open = findings.deepCopy().removeAll();
        findings.forEach(
                finding -> {
                    if (finding.get("state").asText().equals("DUE_SOON")) {
                        open.add(finding);
                    }
                });
        String head = status.toString();
        head = head.substring(0, head.indexOf("\"findings\""));
        return head.replace(",\"cycle\"", ",\n \"cycle\"")
                        .replace(",\"summary\"", ",\n \"summary\"")
                        .replace(",\"nextDeadline\"", ",\n \"nextDeadline\"")
                + "\n \"findings\":["
                + "\n  "
                + lines(open, "\n  ")
                        .replace(",\"window\"", ",\n   \"window\"")
                        .replace(",\"metOn\"", ",\n   \"metOn\"")
                        .replace("\"counted\":[", "\n   \"counted\":[\n    ")
                        .replace("],\"notCounted\":[", "],\n   \"notCounted\":[\n    ")
                        .replace("},{", "},\n    {")
                        .replace("[\n    ]", "[]")
                + "],\n \"countedNowhere\":[\n    "
                + lines(status.get("countedNowhere"), "\n    ")
                + "]}\n";
    }

    private static String lines(JsonNode list, String separator) {
        return list.valueStream()
                .map(JsonNode::toString)
                .collect(Collectors.joining("," + separator));
    }
}
