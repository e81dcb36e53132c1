package cme.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.catalog.Guidance;
import cme.portal.compliance.RuleSet;
import cme.portal.guidance.Topic;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.rules.AskedOf;
import cme.portal.rules.CyclePicture;
import cme.portal.services.Answers;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomePageTest {
    private static final Formats US = Formats.of("en-US", ZoneId.of("America/New_York"));

    private static final List<RuleSet> RULES =
            Answers.page("compliance/rule-sets.json", RuleSet.class).items();

    private static HomePage page(int rules) {
        return HomePage.of(
                new Part.Here<>(RULES.get(rules)),
                new Part.Here<>(Answers.page("catalog/guidance.json", Guidance.class).items()),
                US);
    }

    @Test
    void saysWhatIsAskedOfMostDiplomates() {
        assertThat(page(0).asked().value().asked())
                .containsExactly(
                        new AskedOf(
                                "150",
                                "CME credits",
                                "Due in years 3, 6 and 9; counts what is completed in the three years before each deadline.",
                                null,
                                "/guidance?requirement=cme-total"),
                        new AskedOf(
                                "20",
                                "Patient-safety credits",
                                "Due in years 3, 6 and 9; counts what is completed in the three years before each deadline.",
                                null,
                                "/guidance?requirement=patient-safety"),
                        new AskedOf(
                                "1",
                                "Tracer activity",
                                "Due in years 3 and 6; counts what is completed in the three years before each deadline.",
                                null,
                                "/guidance?requirement=tracer-activity"));
    }

    @Test
    void theCycleIsDrawnFromTheRules() {
        CyclePicture picture = page(0).asked().value().picture();
        assertThat(picture.years()).hasSize(10);
        assertThat(picture.deadlines())
                .containsExactly(
                        new CyclePicture.Mark("30%", "Year 3"),
                        new CyclePicture.Mark("60%", "Year 6"),
                        new CyclePicture.Mark("90%", "Year 9"));
        assertThat(picture.rows().getFirst().spans())
                .startsWith(new CyclePicture.Span("0%", "30%", 0, 40, "15%", "150"));
        assertThat(picture.words())
                .contains(
                        "Tracer activity: Due in years 3 and 6; counts what is completed in the three years before each deadline.");
    }

    @Test
    void windowsThatOverlapLieBelowEachOther() {
        List<CyclePicture.Span> spans = page(1).asked().value().picture().rows().getFirst().spans();
        assertThat(spans)
                .containsExactly(
                        new CyclePicture.Span("10%", "50%", 0, 19, "35%", "125"),
                        new CyclePicture.Span("40%", "50%", 21, 19, "65%", "125"));
    }

    @Test
    void helpStandsInTheOrderOfTheBoardsPageAndStepsFirst() {
        HomePage.Help help = page(0).help().value();
        assertThat(help.first()).extracting(Topic::id).containsExactly("examination-credits");
        assertThat(help.others())
                .extracting(Topic::id)
                .startsWith("patient-safety-credits", "tracer-activities", "special-circumstances")
                .endsWith("contact");
        assertThat(help.others()).extracting(Topic::source).doesNotContain("");
    }

    @Test
    void aServiceThatDoesNotAnswerBlanksItsOwnPart() {
        HomePage page =
                HomePage.of(
                        new Part.Missing<>("The rules do not answer right now."),
                        new Part.Here<>(List.of()),
                        US);
        assertThat(page.asked().isHere()).isFalse();
        assertThat(page.asked().sentence()).isEqualTo("The rules do not answer right now.");
        assertThat(page.help().isHere()).isTrue();
    }
}
