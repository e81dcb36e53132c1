package cme.credit.posting;

import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every check of domain.md, section 4, as a poster meets it: alone and in a roster.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PostedChecksTest {
    private static final String RETIRED =
            CatalogEvents.activity("ASPS-RETIRED", "ASPS", "5", "1", 1)
                    .replace("\"offeredUntil\":null", "\"offeredUntil\":\"2020-12-31\"")
                    .replace("APPROVED", "RETIRED");

    @Inject CatalogEvents catalog;

    private final String externalId = UUID.randomUUID().toString();
    private final String good =
            """
            {"externalId":"%s","diplomateId":"012345","familyName":"Lopez","activity":"ASPS-VTE-PREVENTION",
             "completedOn":"2026-10-04","credits":1.5}"""
                    .formatted(externalId);

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        String split = CatalogEvents.activity("ASPS-SPLIT", "ASPS", "5", "1", 1);
        catalog.publishUnlessKnown(Map.of("ASPS-RETIRED", RETIRED, "ASPS-SPLIT", split));
        Callers.putSampleIdentities();
    }

    @ParameterizedTest(name = "{0} to {1}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "credits":1.5              | "credits":1.3                             | 400 | /credits credits.increment
                    "credits":1.5              | "credits":0                               | 400 | /credits credits.range
                    "credits":1.5              | "credits":1000                            | 400 | /credits credits.range
                    "credits":1.5              | "credits":2                               | 400 | /credits credits.over-maximum
                    "credits":1.5              | "credits":1,"patientSafetyCredits":1.25   | 400 | /patientSafetyCredits patient-safety.over-maximum
                    "ASPS-VTE-PREVENTION"      | "ASPS-SPLIT","patientSafetyCredits":1.25  | 400 | /patientSafetyCredits patient-safety.over-maximum
                    "2026-10-04"               | "2026-02-29"                              | 400 | /completedOn completed-on.format
                    "2026-10-04"               | "2999-01-01"                              | 400 | /completedOn completed-on.future
                    "2026-10-04"               | "1989-12-31"                              | 400 | /completedOn completed-on.too-early
                    "2026-10-04"               | "2026-10-04T08:00:00"                     | 400 | /completedOn completed-on.time-part
                    "2026-10-04"               | "2026-10-04Z"                             | 400 | /completedOn completed-on.time-part
                    "ASPS-VTE-PREVENTION"      | "ASPS-NOTHING"                            | 400 | /activity activity.unknown
                    "ASPS-VTE-PREVENTION"      | "ASPS-RETIRED"                            | 400 | /activity activity.not-offered
                    "ASPS-VTE-PREVENTION"      | "IHI-OPEN-SCHOOL-PS"                      | 403 | /activity activity.not-yours
                    "diplomateId":"012345"     | "npi":"1234567898"                        | 400 | /npi npi.check-digit
                    """)
    void whatCannotStandIsRejectedWithItsPointer(
            String part, String wrong, int status, String violation) {
        String body = good.replace(part, wrong);
        post(body)
                .statusCode(status)
                .body("errors.collect { it.pointer + ' ' + it.code }", contains(violation));
        String code = violation.substring(violation.indexOf(' ') + 1);
        postRoster(body)
                .body("results[0].outcome", equalTo("REJECTED"))
                .body("results[0].errors.code", contains(code));
    }

    @Test
    void aQuarterWrittenOtherwiseIsTheSameQuarter() {
        post(good.replace("1.5}", "1.250}")).statusCode(201).body("credits", equalTo(1.25f));
        post(good.replace("1.5}", "1.25}")).statusCode(200);
    }

    @Test
    void aDecimalCommaIsNoNumber() {
        String header = "externalId,diplomateId,familyName,title,completedOn,credits\n";
        society("ASPS")
                .contentType("text/csv")
                .body(header + externalId + ",012345,Lopez,Rounds,2026-10-04,\"1,25\"\n")
                .post("/v1/rosters?dryRun=true&externalId=" + externalId)
                .then()
                .body("results[0].errors.pointer", contains("/credits"))
                .body("results[0].errors.code", contains("credits.increment"));
    }

    @Test
    void anNpiWithRightDigitsNeedNotBeTheRightOne() {
        for (String npi : new String[] {"1090123450", "1900123450"}) {
            int status =
                    post(good.replace("\"diplomateId\":\"012345\"", "\"npi\":\"" + npi + "\""))
                            .extract()
                            .statusCode();
            assertThat(status).isNotEqualTo(400);
        }
    }

    @Test
    void whoIsNotFoundForSureIsHeldWithTheReason() {
        People one = People.add("Twin");
        People other = People.add("Twin");
        held(good.replace("012345", "nobody"), "NO_MATCH");
        held(good.replace("Lopez", "Okafor"), "IDENTITY_DIFFERS");
        held(good.replace("}", ",\"birthMonthDay\":\"03-15\"}"), "IDENTITY_DIFFERS");
        held(
                one.completion(externalId).replace("{", "{\"npi\":\"" + other.npi() + "\","),
                "MULTIPLE_MATCHES");
    }

    private void held(String body, String reason) {
        post(body).statusCode(202).body("outcome", equalTo("HELD")).body("reason", equalTo(reason));
        postRoster(body)
                .body("results[0].outcome", equalTo("HELD"))
                .body("results[0].reason", equalTo(reason));
    }

    @Test
    void theSameAgainIsADuplicateAndOtherContentAConflict() {
        post(good).statusCode(201);
        post(good).statusCode(200);
        postRoster(good).body("results[0].outcome", equalTo("DUPLICATE"));
        String other = good.replace("1.5}", "1.25}");
        post(other).statusCode(409).body("type", endsWith("/external-id-taken"));
        postRoster(other).body("results[0].outcome", equalTo("CONFLICT"));
    }

    @Test
    void aBadRowBlocksNoOther() {
        String bad = good.replace("\"credits\":1.5", "\"credits\":1.3");
        postRoster(bad + "," + good.replace(externalId, externalId + "-2"))
                .body("rejected", equalTo(1))
                .body("recorded", equalTo(1))
                .body("results[1].outcome", equalTo("RECORDED"));
    }

    private static ValidatableResponse post(String body) {
        return society("ASPS")
                .contentType("application/json")
                .body(body)
                .post("/v1/completions")
                .then();
    }

    private ValidatableResponse postRoster(String rows) {
        return society("ASPS")
                .contentType("application/json")
                .body("{\"externalId\":\"" + externalId + "\",\"rows\":[" + rows + "]}")
                .post("/v1/rosters?dryRun=true")
                .then()
                .statusCode(200);
    }
}
