package cme.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ShippedCatalogTest {

    /// `Course: ASPS: Title`, `Article: PRS: Title`; the colon after Article is missing once, and
    /// the curriculum of IHI has no colon after its provider.
    private static final Pattern LISTED =
            Pattern.compile("• (Course|Article):? (ASAPS|ASPS|IHI|PRS):? (.+)");

    @Inject ObjectMapper mapper;

    private record Listed(String provider, String title) {}

    private static List<Listed> listOfTheSource() throws IOException {
        try (var source =
                ShippedCatalogTest.class.getResourceAsStream(
                        "/cme-resources-for-continuous-certification.txt")) {
            var text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return LISTED.matcher(text)
                    .results()
                    .map(
                            line -> {
                                var provider = line.group(2);
                                var title = line.group(3).strip();
                                return new Listed(
                                        provider, provider.equals("IHI") ? "IHI " + title : title);
                            })
                    .toList();
        }
    }

    @Test
    void thePatientSafetyListIsThatOfTheSource() throws IOException {
        List<Map<String, String>> shipped =
                given().queryParam("purpose", "PATIENT_SAFETY")
                        .queryParam("on", "2024-05-05")
                        .get("/v1/activities")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items");

        var listed = listOfTheSource();
        assertThat(listed).hasSize(11);
        assertThat(
                        shipped.stream()
                                .filter(a -> !a.get("code").startsWith("T-"))
                                .map(a -> new Listed(a.get("provider"), a.get("title"))))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void creditsThatTheSourceDoesNotGiveAreNotMadeUp() {
        Api.read("ASPS-VTE-PREVENTION")
                .body("credits", nullValue())
                .body("creditsConfirmed", equalTo(false))
                .body("oncePer", equalTo("WINDOW"))
                .body("status", equalTo("APPROVED"))
                .body("approvals.purpose", contains("PATIENT_SAFETY"))
                .body("revision", equalTo(1));
    }

    @Test
    void theCurriculumOfIhiIsCappedAtTenCredits() {
        Api.read("IHI-OPEN-SCHOOL-PS")
                .body("credits", equalTo(10.0f))
                .body("patientSafetyCredits", equalTo(10.0f))
                .body("creditsConfirmed", equalTo(true))
                .body("cap.group", equalTo("IHI-PATIENT-SAFETY"))
                .body("cap.credits", equalTo(10.0f));
    }

    @Test
    void theCurriculumOfIhiCountsOnEachDate() {
        Api.read("IHI-OPEN-SCHOOL-PS")
                .body("oncePer", equalTo("DATE"))
                .body("duration", nullValue());

        given().get("/v1/activities/IHI-OPEN-SCHOOL-PS/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(1, 2))
                .body("items[1].changes.field", contains("oncePer"))
                .body("items[1].reason", containsString("each date counts"));
    }

    @Test
    void theExaminationBringsSixtyCreditsOnceInACycle() {
        Api.read("AMA-CC-EXAM")
                .body("credits", equalTo(60.0f))
                .body("patientSafetyCredits", equalTo(0.0f))
                .body("type", equalTo("EXAMINATION"))
                .body("oncePer", equalTo("CYCLE"));
    }

    @Test
    void providersAndTracerProceduresAreThere() {
        given().get("/v1/providers")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("ABMS", "AMA", "ASAPS", "ASPS", "IHI", "PRS"));

        given().queryParam("limit", 500)
                .get("/v1/tracer-procedures")
                .then()
                .statusCode(200)
                .body("items.findAll { it.updatedAt == '2020-01-01T00:00:00Z' }", hasSize(20))
                .body(
                        "items.findAll { it.source.startsWith('Named') }.code.sort()",
                        contains(
                                "ABDOMINOPLASTY",
                                "AUGMENTATION_MAMMAPLASTY",
                                "CARPAL_TUNNEL",
                                "CLEFT_PALATE",
                                "FLEXOR_TENDON_LACERATION",
                                "UNILATERAL_CLEFT_LIP",
                                "ZYGOMA_FRACTURE"));
    }

    @Test
    void whatIsShippedIsOnTheTopicToo() {
        try (var topic = new Topic(mapper)) {
            var event = topic.await("IHI-OPEN-SCHOOL-PS", 1).getFirst();

            assertThat(event.type()).isEqualTo("cme.catalog.activity.approved");
            assertThat(event.value().get("credits").decimalValue()).isEqualByComparingTo("10");
            assertThat(event.value().get("recordedAt").textValue())
                    .isEqualTo("2020-01-01T00:00:00Z");
            topic.await("VIRTUAL-MASTER-CLASSES", 1);
            assertThat(
                            topic.all().stream()
                                    .filter(e -> e.revision() == 1)
                                    .map(e -> e.value().get("recordedBy").textValue())
                                    .filter("shipped"::equals)
                                    .collect(Collectors.toList()))
                    .hasSizeGreaterThanOrEqualTo(10);
        }
    }
}
