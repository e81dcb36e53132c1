package cme.portal.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.credit.HeldRow;
import cme.portal.credit.Identity;
import cme.portal.page.Formats;
import cme.portal.services.Answers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldRowPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));

    private static final Identity BJORN =
            new Identity(
                    "020082",
                    "1843332481",
                    "Björn",
                    "van der Berg",
                    "03-14",
                    null,
                    null,
                    1,
                    Instant.EPOCH,
                    null);

    private static HeldRowPage page() {
        return HeldRowPage.of(
                Answers.read("credit/held-row-identity-differs.json", HeldRow.Detail.class),
                List.of(BJORN),
                new HeldRowPage.Asked("", List.of(), null, "/held/1", "/held/3", null, null),
                AMERICAN);
    }

    @Test
    void theRegisterStandsBesideTheRowInWords() {
        HeldRowPage.Candidate candidate = page().candidates().getFirst();
        assertThat(candidate.name()).isEqualTo("Björn van der Berg");
        assertThat(candidate.agreement())
                .isEqualTo("The number and the NPI agree. The name differs.");
        assertThat(candidate.known())
                .extracting(HeldRowPage.Fact::label, one -> one.value().before())
                .contains(tuple("Number", "020082"), tuple("Birthday", "March 14"));
    }

    @Test
    void theRowsBesideItAreALinkAway() {
        assertThat(page().previous()).isEqualTo("/held/1");
        assertThat(page().next()).isEqualTo("/held/3");
    }
}
