package cme.credit.transcript;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// Anybody who has a transcript can check it.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TranscriptVerificationTest {
    private static final String PATH = "/v1/transcripts/verifications/";

    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;

    private final String name = UUID.randomUUID().toString();
    private People person = new People("", "", "");
    private String completion = "";

    @BeforeEach
    void aDiplomateHasACompletion() {
        catalog.publishSamples();
        person = People.add(People.anyName());
        completion = person.post(name);
    }

    @Test
    void theCodeOfATranscriptSaysWhatWasMadeAndThatItHolds() {
        String window = "?from=2026-01-01&window=2026-10-01..2026-10-31";
        ValidatableResponse transcript = transcript(window);
        String code = transcript.extract().path("verification.code");
        transcript
                .body("verification.code", matchesPattern("([0-9a-f]{4}-){7}[0-9a-f]{4}"))
                .body("verification.url", matchesPattern("https?://.*" + PATH + code));
        String answer =
                verify(code)
                        .statusCode(200)
                        .body("holds", equalTo(true))
                        .body("changes", empty())
                        .body("from", equalTo("2026-01-01"))
                        .body("completions", equalTo(1))
                        .body("total.credits", equalTo(1f))
                        .body("windows.credits", contains(1f))
                        .body("", not(hasKey("familyNameAgrees")))
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain(person.familyName(), person.id(), completion);
        verify(code.replace("-", "").toUpperCase()).body("holds", equalTo(true));
    }

    @Test
    void aNameThatIsSentIsCompared() {
        String code = code("");
        verify(code + "?familyName=" + person.familyName().toUpperCase())
                .body("familyNameAgrees", equalTo(true));
        verify(code + "?familyName=Somebody").body("familyNameAgrees", equalTo(false));
    }

    @Test
    void whatChangedSinceIsTold() {
        String second = person.post(name + "-2");
        change(
                second,
                "",
                "{\"title\":\"Small rounds\",\"completedOn\":\"2026-10-04\",\"credits\":1,\"reason\":\"r\"}");
        String code = code("");
        change(completion, "/withdrawal", "{\"reason\":\"Did not attend\"}");
        verify(code).body("holds", equalTo(false)).body("changes", contains("WITHDRAWN"));
        society("ASPS")
                .header("If-Match", "\"2\"")
                .contentType("application/json")
                .body(
                        "{\"title\":\"Small rounds\",\"completedOn\":\"2026-10-04\",\"credits\":2,\"reason\":\"r\"}")
                .put("/v1/completions/" + second)
                .then()
                .statusCode(200);
        person.post(name + "-3");
        verify(code)
                .body("holds", equalTo(false))
                .body("changes", containsInAnyOrder("CORRECTED", "WITHDRAWN", "ADDED"))
                .body("completions", equalTo(2))
                .body("total.credits", equalTo(2f));
        verify(code("")).body("holds", equalTo(true)).body("completions", equalTo(2));
    }

    @Test
    void theSameContentHasTheSameCodeAndWritesNothing() {
        String code = code("");
        long codes = codes();
        assertThat(code("")).isEqualTo(code);
        String ofOwn =
                diplomate(person.id())
                        .get("/v1/transcripts/" + person.id())
                        .path("verification.code");
        assertThat(ofOwn).isEqualTo(code);
        assertThat(codes()).isEqualTo(codes);
        assertThat(code("?from=2026-01-01")).isNotEqualTo(code);
    }

    @Test
    void moreTranscriptsThanADayAllowsAreRefusedAndNoneIsForgotten() {
        String first = code("");
        for (int day = 1; day < TranscriptCodes.MAX_PER_DAY; day++) {
            code("?from=" + LocalDate.of(2020, 1, 1).plusDays(day));
        }
        board().get("/v1/transcripts/" + person.id() + "?from=2019-01-01")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"));
        assertThat(codes()).isEqualTo(TranscriptCodes.MAX_PER_DAY);
        assertThat(code("")).isEqualTo(first);
        verify(first).statusCode(200).body("holds", equalTo(true));
    }

    @Test
    void aCodeIsKeptForTenYearsAfterItWasGivenLast() {
        String forgotten = code("?from=2026-01-01");
        String given = code("");
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update transcript_code set made_at = now() - interval '11 years', given_at = now() - interval '11 years' where diplomate_id = ?",
                                person.id()));
        assertThat(code("")).isEqualTo(given);
        code("?from=2026-01-02");
        verify(given).statusCode(200);
        verify(forgotten).statusCode(404);
    }

    @Test
    void aCodeThatNobodyHasIsNotFound() {
        for (String code : new String[] {TranscriptCode.random().toString(), "x", "0".repeat(32)}) {
            verify(code).statusCode(404);
        }
        verify(code("") + "?name=x").statusCode(400);
    }

    @Test
    void tableAndPagesCarryTheCodeToo() throws IOException {
        String code = code("");
        String path = "/v1/transcripts/" + person.id();
        assertThat(board().accept("text/csv").get(path).asString())
                .contains("Verification code " + code, PATH + code);
        byte[] pdf = board().accept("application/pdf").get(path).asByteArray();
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s", ""))
                    .contains("Verificationcode" + code, PATH + code);
        }
    }

    private long codes() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select count(*) from transcript_code where diplomate_id = :id")
                                .bind("id", person.id())
                                .mapTo(Long.class)
                                .one());
    }

    private static void change(String completion, String what, String body) {
        var request =
                society("ASPS")
                        .header("If-Match", "\"1\"")
                        .contentType("application/json")
                        .body(body);
        String path = "/v1/completions/" + completion + what;
        (what.isEmpty() ? request.put(path) : request.post(path)).then().statusCode(200);
    }

    private ValidatableResponse transcript(String query) {
        return board().get("/v1/transcripts/" + person.id() + query).then().statusCode(200);
    }

    private String code(String query) {
        return transcript(query).extract().path("verification.code");
    }

    private static ValidatableResponse verify(String code) {
        return given().get(PATH + code).then();
    }
}
