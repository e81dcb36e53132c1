package cme.credit.reconciliation;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.CatalogEvents;
import cme.credit.KnownProviders;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A society compares what is recorded of it with its own books.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReconciliationTest {
    private static final String PATH = "/v1/reconciliations?from=2026-10-01&to=2026-10-31";
    private static final String HEADER =
            "externalId,diplomateId,familyName,title,completedOn,credits,patientSafetyCredits\n";

    @Inject CatalogEvents catalog;
    @Inject KnownProviders providers;

    private final String society = code("R-");
    private People person = new People("", "", "");

    @BeforeEach
    void theSocietyPostsARoster() {
        catalog.publishSamples();
        providers.add(society);
        person = People.add(People.anyName());
    }

    @Test
    void everyDayIsSummedUpAndHasTheDigestThatTheGuideTellsToMake() throws Exception {
        post(
                row("b", "2026-10-05", "8", "2")
                        + row("a-1", "2026-10-05", "23.5", "")
                        + row("a", "2026-10-06", "1", "0")
                        + row("c", "2026-10-06", "1.3", "")
                        + row("d", "2026-10-06", "1", "").replace(person.id(), "nobody"));
        society(society)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.completedOn", contains("2026-10-05", "2026-10-06"))
                .body("items[0].activity", nullValue())
                .body("items[0].recorded.completions", equalTo(2))
                .body("items[0].recorded.credits", equalTo(31.5f))
                .body("items[0].recorded.patientSafetyCredits", equalTo(2f))
                .body(
                        "items[0].recorded.digest",
                        equalTo(
                                digestOfTheGuide(
                                        line("b", "2026-10-05", "8.00", "2.00")
                                                + line("a-1", "2026-10-05", "23.50", ""))))
                .body("items[0].withdrawn.digest", equalTo(digestOfTheGuide("")))
                .body("items.held", contains(0, 1))
                .body("items.rejected", contains(0, 1));
    }

    @Test
    void theGuideShowsTheDigestOfItsExample() throws Exception {
        String shown =
                guideBlock().lines().filter(line -> line.startsWith("# ")).collect(joining());
        assertThat("# " + run(guideBlock(), "")).isEqualTo(shown);
    }

    @Test
    void whatIsWithdrawnIsSummedUpByItself() throws Exception {
        String roster = post(row("a", "2026-10-05", "2", "1")).extract().path("id");
        String gone = digestOfTheGuide(line("a", "2026-10-05", "2.00", "1.00"));
        society(society).get(PATH).then().body("items[0].recorded.digest", equalTo(gone));
        society(society)
                .contentType("application/json")
                .body("{\"reason\":\"The wrong meeting\"}")
                .post("/v1/rosters/" + roster + "/withdrawal")
                .then()
                .statusCode(200);
        society(society)
                .get(PATH)
                .then()
                .body("items[0].recorded.completions", equalTo(0))
                .body("items[0].recorded.credits", equalTo(0))
                .body("items[0].withdrawn.credits", equalTo(2f))
                .body("items[0].withdrawn.digest", equalTo(gone));
    }

    @Test
    void aRowWithoutAReadableDayIsCountedOnTheDayOnWhichItCame() {
        post(row("a", "soon", "2", "1"));
        society(society)
                .get("/v1/reconciliations")
                .then()
                .body("items.rejected", contains(1))
                .body("items.recorded.completions", contains(0));
    }

    @Test
    void pagesAndFiltersKeepTheOrder() {
        post(
                Stream.of("2026-10-07", "2026-10-05", "2026-10-06")
                        .map(day -> row(day, day, "1", ""))
                        .collect(joining()));
        var first = society(society).get(PATH + "&limit=2").then();
        first.body("items.completedOn", contains("2026-10-05", "2026-10-06"));
        society(society)
                .get(PATH + "&limit=2&cursor=" + first.extract().path("nextCursor"))
                .then()
                .body("items.completedOn", contains("2026-10-07"))
                .body("nextCursor", nullValue());
        society(society)
                .get(PATH + "&activity=ASPS-VTE-PREVENTION")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void callsAreCounted() {
        society(society)
                .get(PATH)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", endsWith(";w=60"));
    }

    @Test
    void aSocietyComparesItsOwnAndTheBoardAnybodys() {
        post(row("a", "2026-10-05", "2", "1"));
        society("ASAPS").get(PATH + "&provider=" + society).then().statusCode(403);
        String other = code("E-");
        providers.add(other);
        society(other).get(PATH).then().body("items", hasSize(0));
        board().contentType("application/json")
                .body(
                        """
                        {"externalId":"%s","diplomateId":"%s","familyName":"%s","title":"%s",
                         "completedOn":"2026-10-09","credits":3}
                        """
                                .formatted(
                                        society, person.id(), person.familyName(), "By the board"))
                .post("/v1/completions")
                .then()
                .statusCode(201);
        board().get("/v1/reconciliations?from=2026-10-09&to=2026-10-09")
                .then()
                .statusCode(200)
                .body("items.findAll{it.recorded.completions > 0}", not(empty()));
        board().get(PATH + "&provider=" + society)
                .then()
                .statusCode(200)
                .body("items.recorded.completions", contains(1));
    }

    @Test
    void aRequestIsOfAtMostTenYears() {
        society(society)
                .get("/v1/reconciliations?from=2017-01-01&to=2027-01-01")
                .then()
                .statusCode(400)
                .body("errors.code", contains("range"));
        society(society)
                .get("/v1/reconciliations?from=2017-01-01&to=2026-12-31")
                .then()
                .statusCode(200);
    }

    private static String code(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private String row(String name, String day, String credits, String safety) {
        return String.join(
                        ",",
                        society + name,
                        person.id(),
                        person.familyName(),
                        "Grand rounds",
                        day,
                        credits,
                        safety)
                + "\n";
    }

    private String line(String name, String day, String credits, String safety) {
        return String.join("\t", society + name, person.id(), day, credits, safety) + "\n";
    }

    private ValidatableResponse post(String rows) {
        return society(society)
                .contentType("text/csv")
                .body(HEADER + rows)
                .post("/v1/rosters?externalId=books")
                .then()
                .statusCode(201);
    }

    private static String digestOfTheGuide(String lines) throws Exception {
        String function =
                guideBlock().lines().filter(line -> line.startsWith("digest()")).collect(joining());
        return run(function + "\ndigest", lines);
    }

    /// The example of the guide that makes a digest.
    private static String guideBlock() throws IOException {
        return Stream.of(Files.readString(Path.of("../docs/api.md")).split("```"))
                .filter(block -> block.startsWith("sh\ndigest()"))
                .map(block -> block.substring("sh\n".length()))
                .findFirst()
                .orElseThrow();
    }

    private static String run(String script, String input) throws Exception {
        Process shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
        try (var in = shell.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }
}
