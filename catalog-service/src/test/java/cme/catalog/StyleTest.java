package cme.catalog;

import static cme.test.style.HouseRule.HTTP_ONLY_IN_RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.style.HouseStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyleTest {
    /// The rules about activities, caps and approvals.
    private static final List<String> PURE =
            List.of(
                    "Activity",
                    "ActivityCode",
                    "ActivityType",
                    "Approval",
                    "Credits",
                    "Description",
                    "Draft",
                    "Moves",
                    "Occasion",
                    "ProcedureCode",
                    "ProviderCode");

    @Test
    void theServiceKeepsToTheStyleOfTheHouse() {
        assertThat(
                        HouseStyle.of("cme.catalog")
                                .library("org.apache.commons.csv", "io.quarkus.smallrye.openapi")
                                .pureClasses(PURE)
                                // They turn outcomes into responses for several resources.
                                .except(
                                        HTTP_ONLY_IN_RESOURCES,
                                        "OpenAnswers",
                                        "OutcomeResponses",
                                        "PutResponses")
                                .violations())
                .isEmpty();
    }
}
