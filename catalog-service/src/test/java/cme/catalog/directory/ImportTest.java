package cme.catalog.directory;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ImportTest {

    private static ValidatableResponse csv(String table, boolean dryRun) {
        return board().contentType("text/csv")
                .queryParam("dryRun", dryRun)
                .body(table)
                .post(ACTIVITIES + "imports")
                .then();
    }

    private static ValidatableResponse csv(String table) {
        return csv(table, false);
    }

    private static ValidatableResponse json(String array) {
        return board().body(array).post(ACTIVITIES + "imports").then();
    }

    @Test
    void theSampleIsAnExportOfADirectory() throws IOException {
        var sample = Files.readString(Path.of("samples/directory-export.csv"));

        csv(sample, true).statusCode(200).body("created", equalTo(8)).body("dryRun", equalTo(true));
        csv(sample)
                .statusCode(200)
                .body("rows", equalTo(11))
                .body("created", equalTo(8))
                .body("rejected", equalTo(3))
                .body("results.findAll { it.outcome == 'REJECTED' }.row", contains(9, 10, 11))
                .body(
                        "results.findAll { it.outcome == 'REJECTED' }.errors.flatten().code",
                        contains("credits.increment", "provider.unknown", "code.repeated"));
        csv(sample).statusCode(200).body("created", equalTo(0)).body("unchanged", equalTo(8));

        Api.read("ASPS-ANNUAL-2026")
                .body("status", equalTo("APPROVED"))
                .body("credits", equalTo(60.0f))
                .body("patientSafetyCredits", equalTo(12.0f))
                .body("oncePer", equalTo("DATE"))
                .body("approvals.from", contains("2026-01-01"))
                .body("approvals.until", contains("2026-12-31"));
        Api.read("CCD-48211")
                .body("type", equalTo("DIRECTORY"))
                .body("oncePer", equalTo("WINDOW"))
                .body("provider", equalTo("PRS"))
                .body("approvals.purpose", contains("LIFELONG_LEARNING", "PATIENT_SAFETY"));
    }

    @Test
    void aRowSaysWhichMaximumTheCreditsAreAndAnotherRowKeepsIt() {
        var code = Api.newCode();
        csv("code,title,provider,type,credits,creditsPer\n"
                        + code
                        + ",Annual,ASPS,MEETING,18,ACTIVITY\n")
                .statusCode(200)
                .body("results.outcome", contains("CREATED"));
        Api.read(code).body("creditsPer", equalTo("ACTIVITY"));

        csv("code,title,provider,type\n" + code + ",Annual meeting,ASPS,MEETING\n")
                .statusCode(200)
                .body("results.outcome", contains("UPDATED"));

        Api.read(code).body("creditsPer", equalTo("ACTIVITY"));
    }

    @Test
    void h08TrueAsExcelWritesIt() throws IOException {
        var table = Files.readString(Path.of("src/test/resources/reports/h08-catalog-true.csv"));
        csv(table, true)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("rejected", equalTo(0))
                .body("rows", equalTo(2));
    }

    @Test
    void aRowTellsHowLongTheActivityTakes() {
        var code = Api.newCode();
        var head = "code,title,provider,type,duration\n";
        csv(head + code + ",First,ASPS,COURSE,45\n").statusCode(200).body("created", equalTo(1));
        Api.read(code).body("duration", equalTo("PT45M"));

        csv("code,title\n" + code + ",Second\n").body("updated", equalTo(1));
        Api.read(code).body("duration", equalTo("PT45M"));

        json("[{\"code\": \"%s\", \"duration\": \"PT2H\"}]".formatted(code))
                .body("updated", equalTo(1));
        Api.read(code).body("duration", equalTo("PT2H"));

        csv(head + code + ",First,ASPS,COURSE,an hour\n")
                .body("rejected", equalTo(1))
                .body("results[0].errors.code", contains("duration.form"));
    }

    @Test
    void aRowAddsAndExtendsAndNeverTakesAway() {
        var code = Api.newCode();
        var head = "code,title,provider,type,credits,approvals\n";
        csv(head + code + ",First,ASPS,COURSE,2,Patient Safety 2026-01-01..2026-12-31\n")
                .statusCode(200)
                .body("results.outcome", contains("CREATED"))
                .body("results.revision", contains(1));

        csv("code,credits,approvals\n" + code + ",3,Patient Safety 2026-01-01..2027-12-31\n")
                .body("results.outcome", contains("UPDATED"))
                .body("results.revision", contains(2));
        csv("code,approvals\n" + code + ",\n").body("results.outcome", contains("UNCHANGED"));

        Api.read(code)
                .body("title", equalTo("First"))
                .body("credits", equalTo(3.0f))
                .body("approvals", hasSize(1))
                .body("approvals[0].until", equalTo("2027-12-31"));
    }

    @Test
    void aDryRunRecordsNothing() {
        var code = Api.newCode();

        csv("code,title,provider,type\n" + code + ",First,ASPS,COURSE\n", true)
                .statusCode(200)
                .body("results.outcome", contains("CREATED"));

        problem(board().get(ACTIVITIES + code).then(), 404, "not-found");
    }

    @Test
    void aRowThatIsWrongSaysEverythingAndBlocksNoOther() {
        var code = Api.newCode();

        json("""
                        [{"code": "%s", "title": "Right", "provider": "ASPS", "type": "COURSE",
                          "approvals": [{"purpose": "TRACER", "procedures": ["CARPAL_TUNNEL"], "from": "2026-01-01"},
                                        {"board": "ABS", "purpose": "PATIENT_SAFETY", "from": "2026-01-01"}]},
                         {"code": "no code", "title": 7, "provider": "NOBODY", "credits": 1.1, "colour": 1,
                          "capGroup": "X", "approvals": [{"purpose": "TRACER", "from": "2026"}]},
                         17]
                        """
                        .formatted(code))
                .statusCode(200)
                .body("results.outcome", contains("CREATED", "REJECTED", "REJECTED"))
                .body(
                        "results[1].errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/code code.form",
                                "/title type",
                                "/provider provider.unknown",
                                "/credits credits.increment",
                                "/capCredits required",
                                "/approvals/0/procedures required",
                                "/approvals/0/from date.format",
                                "/colour unknown-field"));
        Api.read(code).body("approvals.purpose", contains("TRACER"));
    }

    @Test
    void aRetiredActivityIsNotChangedByAnImport() {
        var code = Api.proposed();
        board().body("{\"on\": \"2026-01-01\", \"reason\": \"over\"}")
                .post(ACTIVITIES + code + "/retirement")
                .then()
                .statusCode(200);

        csv("code,title\n" + code + ",Other\n")
                .body("results.errors.flatten().code", contains("activity-retired"));
    }

    @Test
    void thousandsOfRowsAreTakenAtOnceAndAgainWithoutEffect() {
        var prefix = Api.newCode();
        var table =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "%s-%d,Title %d,ASPS,COURSE,1".formatted(prefix, i, i))
                        .collect(
                                Collectors.joining(
                                        "\n", "code,title,provider,type,credits\n", "\n"));

        csv(table).statusCode(200).body("created", equalTo(3_000)).body("results", hasSize(0));
        csv(table).statusCode(200).body("unchanged", equalTo(3_000));
        assertThat(found(prefix)).hasSize(3_000).doesNotHaveDuplicates();
        assertThat(found(prefix + " title 171"))
                .containsExactly(
                        IntStream.concat(IntStream.of(171), IntStream.range(1_710, 1_720))
                                .mapToObj(i -> prefix + "-" + i)
                                .toArray(String[]::new));
    }

    /// Every code that the words find, page by page.
    private static List<String> found(String words) {
        var codes = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page =
                    board().queryParam("q", words)
                            .queryParam("limit", 499)
                            .get("/v1/activities" + next)
                            .then()
                            .statusCode(200)
                            .extract();
            codes.addAll(page.<List<String>>path("items.code"));
            String cursor = page.path("nextCursor");
            next = cursor == null ? null : "?cursor=" + cursor;
        }
        return codes;
    }

    @Test
    void whatCannotBeReadIsRefusedWhole() {
        problem(json("[{\"code\": \"A\"}, {]"), 400, "unreadable-request");
        problem(json("{}"), 400, "invalid-request");
        problem(json("[] []"), 400, "unreadable-request");
        problem(csv("code,colour\nA,red\n"), 400, "invalid-request")
                .body("errors.code", contains("csv.unknown-column"));
        problem(
                board().contentType("application/xml")
                        .body("<a/>")
                        .post(ACTIVITIES + "imports")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void moreRowsThanOneImportTakesAreRefused() {
        var rows = IntStream.range(0, 20_001).mapToObj(i -> "{}").collect(Collectors.joining(","));

        problem(json("[" + rows + "]"), 413, "too-large");
        assertThat(rows).hasSizeLessThan(1_000_000);
    }
}
