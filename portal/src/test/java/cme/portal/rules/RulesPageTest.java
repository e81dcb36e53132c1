package cme.portal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.compliance.RuleSet;
import cme.portal.page.Formats;
import cme.portal.services.Answers;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesPageTest {
    private static final Formats US = Formats.of("en-US", ZoneId.of("America/New_York"));

    private static final List<RuleSet> RULES =
            Answers.page("compliance/rule-sets.json", RuleSet.class).items();

    private static RulesPage page(String id) {
        return RulesPage.of(
                RULES.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(),
                RULES,
                US);
    }

    @Test
    void everyNumberHasItsSource() {
        RulesPage page = page("abps-cc-10y");
        assertThat(page.groups())
                .extracting(RulesPage.Group::title)
                .containsExactly(
                        "The cycle",
                        "CME credits",
                        "Patient-safety credits",
                        "Tracer activity",
                        "Patient-safety activity");
        assertThat(page.groups())
                .allSatisfy(
                        group ->
                                assertThat(group.figures())
                                        .isNotEmpty()
                                        .allSatisfy(
                                                figure ->
                                                        assertThat(figure.source()).isNotBlank()));
    }

    @Test
    void noNumberIsWrittenAsTheServiceWritesIt() {
        assertThat(page("abps-cc-10y").groups().getFirst().figures())
                .extracting(RulesPage.Figure::name, RulesPage.Figure::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Deadline", "December 1"),
                        org.assertj.core.groups.Tuple.tuple("The day ends in", "New York"));
        assertThat(page("abps-cc-10y").groups().get(1).figures())
                .extracting(RulesPage.Figure::value)
                .contains("3, 6 and 9");
        assertThat(page("abps-cc-10y").about())
                .isEqualTo(
                        "A cycle of 10 years. What is completed by December 1 counts; reports are taken 30 days longer and marked late.");
    }

    @Test
    void whatWasChosenUntilTheBoardSaysSoIsMarked() {
        assertThat(page("abps-cc-5y").groups())
                .flatExtracting(RulesPage.Group::figures)
                .filteredOn(RulesPage.Figure::awaitsBoard)
                .hasSize(4)
                .allSatisfy(figure -> assertThat(figure.basis()).isEqualTo("Our choice"));
    }

    @Test
    void specialCircumstancesAreNamed() {
        assertThat(page("abps-cc-10y").asked().getLast().pathway())
                .isEqualTo("Special circumstances");
        assertThat(page("abps-cc-10y").asked().getLast().when())
                .isEqualTo(
                        "Due in years 3, 6 and 9; counts what is completed in the year before each deadline.");
    }

    @Test
    void theOtherRuleSetsAreALinkAway() {
        assertThat(page("abps-cc-5y").others())
                .hasSize(3)
                .filteredOn(RulesPage.Other::current)
                .extracting(RulesPage.Other::id)
                .containsExactly("abps-cc-5y");
    }
}
