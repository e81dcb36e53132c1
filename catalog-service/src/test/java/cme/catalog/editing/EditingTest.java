package cme.catalog.editing;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class EditingTest {

    private static ValidatableResponse put(String code, String body) {
        return board().body(body).put(ACTIVITIES + code).then();
    }

    private static ValidatableResponse put(String code, String etag, String body) {
        return board().header("If-Match", etag).body(body).put(ACTIVITIES + code).then();
    }

    @Test
    void aNewActivityIsProposedAndTakesWhatIsUsualForItsType() {
        var code = Api.newCode();

        put(
                        code,
                        "{\"title\": \"Müller's meeting\", \"provider\": \"ASPS\", \"type\": \"MEETING\"}")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PROPOSED"))
                .body("oncePer", equalTo("DATE"))
                .body("creditsPer", equalTo("COMPLETION"))
                .body("credits", nullValue())
                .body("creditsConfirmed", equalTo(false))
                .body("approvals.size()", equalTo(0))
                .body("revision", equalTo(1));

        Api.read(code).body("title", equalTo("Müller's meeting"));
    }

    @Test
    void aMeetingOfSeveralDaysHasItsCreditsOnce() {
        var code = Api.newCode();
        var meeting =
                """
                {"title": "Annual meeting", "provider": "ASPS", "type": "MEETING", "credits": 18%s}""";
        put(code, meeting.formatted("")).statusCode(201).body("creditsPer", equalTo("COMPLETION"));

        board().header("If-Match", "\"1\"")
                .body(meeting.formatted(", \"creditsPer\": \"ACTIVITY\""))
                .put(ACTIVITIES + code)
                .then()
                .statusCode(200)
                .body("creditsPer", equalTo("ACTIVITY"));

        Api.read(code).body("creditsPer", equalTo("ACTIVITY"));
        board().get(ACTIVITIES + code + "/revisions")
                .then()
                .statusCode(200)
                .body("items[1].changes.field", contains("creditsPer"))
                .body("items[1].changes.from", contains("COMPLETION"))
                .body("items[1].changes.to", contains("ACTIVITY"));
        board().header("If-Match", "\"2\"")
                .body(meeting.formatted(", \"creditsPer\": \"DAY\""))
                .put(ACTIVITIES + code)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/creditsPer"));
    }

    @Test
    void theTimeThatAnActivityTakesIsKept() {
        var code = Api.newCode();
        var course = Api.course("ASPS").replaceFirst("\\{", "{\"duration\": \"PT90M\", ");

        put(code, course).statusCode(201).body("duration", equalTo("PT1H30M"));
        put(code, course.replace("PT90M", "PT1H30M")).statusCode(200).body("revision", equalTo(1));
        put(code, "\"1\"", course.replace("PT90M", "PT2H"))
                .statusCode(200)
                .body("duration", equalTo("PT2H"));
        put(code, "\"2\"", Api.course("ASPS")).statusCode(200).body("duration", nullValue());
        board().get(ACTIVITIES + code + "/revisions")
                .then()
                .body("items[1].changes.field", contains("duration"))
                .body("items[2].state.duration", nullValue());
    }

    @Test
    void creditsThatTheBoardSendsAreConfirmed() {
        Api.read(Api.proposed()).body("creditsConfirmed", equalTo(true));
    }

    @Test
    void sendingTheSameAgainRecordsNothingAndNeedsNoIfMatch() {
        var code = Api.proposed();

        put(code, Api.course("ASPS").replace("10,", "10.00,"))
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void whatWasReadCanBeChangedAndSentBack() {
        var code = Api.proposed();
        Api.approved(code, Api.SAFETY_2026);
        var body = Api.read(code).extract().asString();

        put(code, body).statusCode(200).body("revision", equalTo(2));
        put(code, "\"2\"", body.replace("A course", "A better course"))
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("title", equalTo("A better course"))
                .body("approvals.size()", equalTo(1));
    }

    @Test
    void replacingNeedsToSayWhatWasSeen() {
        var code = Api.proposed();

        problem(put(code, Api.course("ASPS").replace("10,", "11,")), 428, "if-match-required");
    }

    @Test
    void theSecondOfTwoEditorsIsToldWhoChangedWhat() {
        var code = Api.proposed();
        var etag = Api.etag(code);
        put(code, etag, Api.course("ASPS").replace("A course", "Another course")).statusCode(200);

        problem(put(code, etag, Api.course("ASPS").replace("10,", "11,")), 412, "stale")
                .body(
                        "detail",
                        allOf(
                                containsString("You have seen revision 1"),
                                containsString("by board"),
                                containsString("changed title")))
                .body("errors.pointer", contains("/title"))
                .body("errors[0].detail", containsString("Another course"));
        Api.read(code).body("revision", equalTo(2)).body("credits", equalTo(10.0f));
    }

    @Test
    void ofManyEditorsAtOnceOneWins() throws Exception {
        var code = Api.proposed();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var edits =
                    java.util.stream.IntStream.range(20, 26)
                            .<Callable<Integer>>mapToObj(
                                    credits ->
                                            () ->
                                                    put(
                                                                    code,
                                                                    "\"1\"",
                                                                    Api.course("ASPS")
                                                                            .replace(
                                                                                    "10,",
                                                                                    credits + ","))
                                                            .extract()
                                                            .statusCode())
                            .toList();
            var answers = threads.invokeAll(edits).stream().map(EditingTest::get).sorted().toList();

            assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412);
        }
        Api.read(code).body("revision", equalTo(2));
    }

    @Test
    void ofManyWhoProposeTheSameCodeAtOnceOneIsFirst() throws Exception {
        var code = Api.newCode();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var puts =
                    java.util.stream.IntStream.range(0, 6)
                            .<Callable<Integer>>mapToObj(
                                    _ -> () -> put(code, Api.course("ASPS")).extract().statusCode())
                            .toList();
            var answers = threads.invokeAll(puts).stream().map(EditingTest::get).sorted().toList();

            assertThat(answers).containsExactly(200, 200, 200, 200, 200, 201);
        }
        Api.read(code).body("revision", equalTo(1));
    }

    private static int get(java.util.concurrent.Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        problem(
                        put(
                                Api.newCode(),
                                """
                                {"code": "OTHER", "provider": "asps", "type": "SEMINAR", "url": "ftp://x",
                                 "credits": 1.30, "patientSafetyCredits": 1000, "cap": {"group": "a b"},
                                 "offeredFrom": "2026-06-01", "offeredUntil": "2026-05-31", "colour": 1}
                                """),
                        400,
                        "invalid-request")
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/code code.differs",
                                "/title required",
                                "/provider provider.form",
                                "/type unknown-value",
                                "/url url.form",
                                "/credits credits.increment",
                                "/patientSafetyCredits credits.range",
                                "/cap/credits required",
                                "/offeredUntil offered.order",
                                "/colour unknown-field"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'credits': 2, 'patientSafetyCredits': 2.25 | /patientSafetyCredits patient-safety.over-credits",
                "'patientSafetyCredits': 1 | /patientSafetyCredits patient-safety.without-credits",
                "'creditsConfirmed': true | /creditsConfirmed credits-confirmed.without-credits",
                "'credits': 0 | /credits credits.range",
                "'duration': '6 weeks' | /duration duration.form",
                "'url': 'http://192.168.1.1/' | /url url.address",
                "'url': 'https://board.example@elsewhere.example/' | /url url.form",
                "'provider': 'NOBODY' | /provider provider.unknown",
                "'status': 'APPROVED' | /status status.read-only",
                "'approvals': [{'purpose': 'TRACER'}] | /approvals approvals.read-only",
                "'cap': {'group': 'IHI-PATIENT-SAFETY', 'credits': 12} | /cap/credits cap.differs",
                "'offeredFrom': '12026-01-01' | /offeredFrom date.format",
            })
    void aContradictionIsRefused(String fields, String error) {
        var provider = fields.contains("provider") ? "" : "\"provider\": \"ASPS\", ";
        var body =
                "{\"title\": \"A\", \"type\": \"COURSE\", %s%s}"
                        .formatted(provider, fields.replace('\'', '"'));

        problem(put(Api.newCode(), body), 400, "invalid-request")
                .body("errors.collect { it.pointer + ' ' + it.code }", contains(error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "-999999999-01-01", "+10000-01-01"})
    void aDayOutOfRangeIsInvalidEverywhere(String day) {
        var code = Api.proposed();
        var offered = "\"offeredFrom\": \"" + day + "\", \"credits\"";
        var approval = "{\"purpose\": \"PATIENT_SAFETY\", \"from\": \"" + day + "\"}";
        var retirement = "{\"on\": \"" + day + "\", \"reason\": \"r\"}";
        problem(
                put(Api.newCode(), Api.course("ASPS").replace("\"credits\"", offered)),
                400,
                "invalid-request");
        problem(
                board().body(approval).post(ACTIVITIES + code + "/approvals").then(),
                400,
                "invalid-request");
        problem(
                board().body(retirement).post(ACTIVITIES + code + "/retirement").then(),
                400,
                "invalid-request");
    }

    @Test
    void aCodeThatIsNoneIsRefused() {
        problem(put("lower-case", Api.course("ASPS")), 400, "invalid-request")
                .body("errors.pointer", contains("/code"));
        problem(board().get(ACTIVITIES + "lower%00case").then(), 404, "not-found");
        problem(board().get(ACTIVITIES + Api.newCode()).then(), 404, "not-found");
    }

    @Test
    void ifMatchOnWhatDoesNotExistIsStale() {
        problem(put(Api.newCode(), "\"1\"", Api.course("ASPS")), 412, "stale");
    }
}
