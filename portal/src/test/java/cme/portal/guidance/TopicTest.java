package cme.portal.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.catalog.Guidance;
import cme.portal.services.Answers;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTest {
    private static Topic topic(String id) {
        return Answers.page("catalog/guidance.json", Guidance.class).items().stream()
                .filter(one -> one.topic().equals(id))
                .map(Topic::of)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addressesOfTheServiceBecomeLinksToPages() {
        assertThat(topic("patient-safety-credits").text())
                .endsWith("are a resource for those who need further ones.");
        assertThat(topic("patient-safety-credits").links())
                .startsWith(
                        new Topic.Link(
                                "The board's patient-safety list",
                                "/activities?purpose=PATIENT_SAFETY",
                                false));
        assertThat(topic("tracer-activities").text())
                .endsWith("The approved activities are listed by module and procedure.");
        assertThat(topic("tracer-activities").links())
                .startsWith(new Topic.Link("Activities by tracer procedure", "/tracers", false));
    }

    @Test
    void theStepsToTheCreditsOfTheExaminationStandInTheirOrder() {
        assertThat(topic("examination-credits").steps())
                .hasSize(4)
                .startsWith("Visit the website of the AMA.");
    }

    @Test
    void anAddressThatTheBoardHasNotSetIsNoLink() {
        assertThat(topic("contact").links())
                .containsExactly(new Topic.Link("Board Office", null, true));
    }

    @Test
    void nothingButAnAddressOfTheWebIsALink() {
        var guidance =
                new Guidance(
                        "x",
                        "X",
                        "Text",
                        List.of(),
                        List.of(new Guidance.Link("Click", "javascript:alert(1)")),
                        List.of(),
                        "Source");
        assertThat(Topic.of(guidance).links()).first().extracting(Topic.Link::href).isNull();
    }
}
