package cme.portal.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.compliance.Summary;
import cme.portal.compliance.Worklist;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorklistPageTest {
    private static WorklistPage page(Part<Map<String, String>> names) {
        return WorklistPage.of(
                new WorklistFilter(),
                Answers.read("compliance/summary.json", Summary.class),
                Answers.read("compliance/worklist.json", Worklist.class),
                names,
                Formats.of("en-US", ZoneId.of("America/New_York")));
    }

    @Test
    void rowsHaveTheNamesOfTheRegister() {
        WorklistPage page = page(new Part.Here<>(Map.of("020006", "Nguyen, Maria")));
        assertThat(page.headline()).isEqualTo("224 diplomates");
        assertThat(page.rows().getFirst().name()).isEqualTo("Nguyen, Maria");
        assertThat(page.namesMissing()).isEmpty();
    }

    @Test
    void whyRowsHaveNumbersOnlyIsSaid() {
        WorklistPage page = page(new Part.Missing<>("The record does not answer."));
        assertThat(page.namesMissing()).isEqualTo("The record does not answer.");
        assertThat(page.rows().getFirst().name()).isNull();
        assertThat(page.rows().getFirst().diplomateId()).isEqualTo("020006");
    }
}
