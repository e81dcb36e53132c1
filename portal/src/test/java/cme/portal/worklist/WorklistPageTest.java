package cme.portal.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.compliance.Summary;
import cme.portal.compliance.Worklist;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorklistPageTest {
    private static final Part<Map<String, String>> NO_NAMES = new Part.Here<>(Map.of());

    private static WorklistPage page(Part<Map<String, String>> names) {
        Worklist list = Answers.read("compliance/worklist.json", Worklist.class);
        return page(new WorklistFilter(), list, names);
    }

    private static WorklistPage page(
            WorklistFilter filter, Worklist list, Part<Map<String, String>> names) {
        return WorklistPage.of(
                filter,
                Answers.read("compliance/summary.json", Summary.class),
                list,
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

    @Test
    void anEmptyListSaysNoMoreThanWhatWasAskedFor() {
        var filter = new WorklistFilter();
        filter.standing = "COMPLETE";
        Worklist nobody = new Worklist(List.of(), null, 0);
        assertThat(page(filter, nobody, NO_NAMES).whenEmpty()).isEqualTo("Nobody is complete yet.");
        filter.dueBefore = "2001-01-01";
        assertThat(page(filter, nobody, NO_NAMES).whenEmpty())
                .isEqualTo("Nobody fits these filters.");
    }
}
