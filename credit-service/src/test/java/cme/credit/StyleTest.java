package cme.credit;

import static cme.test.style.HouseRule.HTTP_ONLY_IN_RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.style.HouseStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyleTest {
    /// Judging a posted row, and matching it with a diplomate.
    private static final List<String> PURE =
            List.of(
                    "BirthMonthDay",
                    "Candidate",
                    "Claim",
                    "CompletionChecks",
                    "CompletionForm",
                    "Credits",
                    "FamilyName",
                    "FoldedName",
                    "IdentityMatch",
                    "LetterFolding",
                    "NameFolding",
                    "Npi",
                    "PostingRules",
                    "Verdict");

    @Test
    void theServiceKeepsToTheStyleOfTheHouse() {
        assertThat(
                        HouseStyle.of("cme.credit")
                                .library(
                                        "javax.xml.stream",
                                        "org.openpdf.text..",
                                        "org.flywaydb.core.api..")
                                .pureClasses(
                                        PURE,
                                        "cme.chassis.json",
                                        "cme.chassis.problem",
                                        "com.fasterxml.jackson.annotation",
                                        "org.eclipse.microprofile.openapi..")
                                // The media type says which form a roster has; the providers are
                                // looked up before every operation.
                                .except(
                                        HTTP_ONLY_IN_RESOURCES,
                                        "RosterForm",
                                        "RosterOptions",
                                        "ProviderCheck")
                                .violations())
                .isEmpty();
    }
}
