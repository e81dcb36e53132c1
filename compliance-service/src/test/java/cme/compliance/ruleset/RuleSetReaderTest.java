package cme.compliance.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.compliance.cases.TestRuleSets;
import cme.compliance.rules.CreditTotal;
import cme.compliance.rules.Credits;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.RuleSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule sets are read strictly, and what is wrong is said all at once with file, line and field.
class RuleSetReaderTest {

    private static final String FIVE_YEAR = TestRuleSets.text("/rule-sets/five-year.yaml");

    @Test
    void aRuleSetIsReadIntoTheRecordsOfTheRules() {
        RuleSetDocument document = accepted(FIVE_YEAR);
        RuleSet rules = document.rules();

        assertThat(rules.cycleYears()).isEqualTo(5);
        assertThat(rules.requirements()).hasSize(2);
        assertThat(rules.requirement(new Requirement.Id("cme-total")))
                .isEqualTo(
                        new CreditTotal(
                                new Requirement.Id("cme-total"),
                                "125 CME credits",
                                Pathway.STANDARD,
                                List.of(5),
                                5,
                                Credits.of("125")));
        assertThat(document.figures())
                .contains(
                        new Figure(
                                "requirements.patient-safety.dueYears",
                                "[3, 5]",
                                Figure.Basis.CHOICE,
                                "fixture",
                                false));
    }

    @Test
    void everyNumberOfAShippedSetHasASource() {
        assertThat(RuleSets.shipped().all())
                .extracting(document -> document.rules().id().value())
                .containsExactly("abps-cc-10y", "abps-cc-10y-overview", "abps-cc-5y");
        assertThat(RuleSets.shipped().all())
                .allSatisfy(
                        document -> {
                            assertThat(document.figures()).hasSize(17);
                            assertThat(document.figures())
                                    .noneMatch(figure -> figure.source().isBlank());
                        });
    }

    @Test
    void theFiveYearSetSaysWhatAwaitsTheBoard() {
        RuleSetDocument document =
                RuleSets.shipped().find(new RuleSet.Id("abps-cc-5y")).orElseThrow();

        assertThat(document.rules().cycleYears()).isEqualTo(5);
        assertThat(document.rules().requirements())
                .extracting(r -> r.id() + " " + r.required() + " " + r.dueYears())
                .containsExactly(
                        "cme-total 125.00 [5]",
                        "patient-safety 20.00 [3, 5]",
                        "tracer-activity 1 [3]",
                        "patient-safety-activity 1 [3, 5]");
        assertThat(document.rules().requirements())
                .extracting(Requirement::lookBackYears)
                .containsExactly(5, 3, 3, 1);
        assertThat(document.figures().stream().filter(Figure::awaitsBoard).map(Figure::field))
                .containsExactly(
                        "requirements.cme-total.dueYears",
                        "requirements.patient-safety.dueYears",
                        "requirements.tracer-activity.dueYears",
                        "requirements.patient-safety-activity.dueYears");
    }

    /// One change of the fixture each: what is found, what it becomes, and what is said.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    version: 1                  | version: one                 | 3: version: should be a whole number from 1 to 1000000
                    version: 1                  | version: 1.0                 | 3: version: should be a whole number from 1 to 1000000
                    id: five-year               | id: Five Year                | 2: id: should be small letters, digits and hyphens
                    note: For tests only.       | note: 5                      | 5: note: should be text
                    latePeriodDays:             | lateDays:                    | 9: lateDays: is not known here
                    {value: 5, basis: CHOICE    | {value: 0, basis: CHOICE     | 6: cycleYears.value: should be a whole number from 1 to 50
                    {value: 5, basis: CHOICE    | {value: 5, basis: GUESS      | 6: cycleYears.basis: should be one of [DOCUMENTED, CHOICE]
                    {value: 5, basis: CHOICE, source: fixture} | 5           | 6: cycleYears: should be fields with values
                    '{value: 5, basis: CHOICE, source: fixture}' | '{value: 5, basis: CHOICE}' | 6: cycleYears.source: is missing
                    '{value: 5, basis: CHOICE, source: fixture}' | '{value: 5, basis: CHOICE, source: fixture, awaitsBoard: maybe}' | 6: cycleYears.awaitsBoard: should be true or false
                    12-01                       | 12-32                        | 7: deadline.value: should be MM-DD
                    America/New_York            | America/Gotham               | 8: zone.value: should be a time zone id
                    value: 180                  | value: -1                    | 10: dueSoonDays.value: should be a whole number from 0 to 366
                    '{value: 125,'              | '{value: 0.3,'               | 16: requirements[0].credits.value: should be credits in steps of 0.25, above zero
                    '{value: [5],'              | '{value: [6],'               | 17: requirements[0].dueYears.value: should be a whole number from 1 to 5
                    '{value: [3, 5],'           | '{value: [5, 3],'            | 24: requirements[1].dueYears.value: should be ascending, each year once
                    '{value: [3, 5],'           | '{value: 3,'                 | 24: requirements[1].dueYears.value: should be a list of years, such as [3, 6, 9]
                    lookBackYears: {value: 5    | lookBackYears: {value: 6     | 18: requirements[0].lookBackYears.value: should be a whole number from 1 to 5
                    lookBackYears: {value: 2    | lookBackYears: {value: 4     | 25: requirements[1].lookBackYears: the window of due year 3 would begin before the cycle
                    kind: CREDIT_TOTAL          | kind: CREDITS                | 13: requirements[0].kind: should be one of [CREDIT_TOTAL, PATIENT_SAFETY_PART, TRACER_ACTIVITY, APPROVED_ACTIVITY]
                    kind: CREDIT_TOTAL          | kind: TRACER_ACTIVITY        | 12: requirements[0].nearMissYears: is missing
                    id: patient-safety          | id: cme-total                | 19: requirements[1].id: is given to two requirements
                    title: Five-year cycle      | 'title: [a, b]'              | 4: title: should be text
                    title: Five-year cycle      | 'title: "unclosed'           | 7: file: is no YAML
                    """)
    void oneMistakeIsSaidWithItsLineAndField(String correct, String wrong, String said) {
        String yaml = FIVE_YEAR.replaceFirst(java.util.regex.Pattern.quote(correct), wrong);

        assertThat(refused(yaml))
                .anySatisfy(
                        error ->
                                assertThat(error.toString())
                                        .contains("broken.yaml:" + said.strip()));
    }

    @Test
    void allMistakesAreSaidAtOnceInTheOrderOfTheLines() {
        String yaml =
                FIVE_YEAR
                        .replace("version: 1", "version: x")
                        .replace("12-01", "13-01")
                        .replace("kind: PATIENT_SAFETY_PART", "kynd: PATIENT_SAFETY_PART")
                        .replace("[5]", "[7]");

        assertThat(refused(yaml))
                .extracting(FileError::field)
                .containsExactly(
                        "version",
                        "deadline.value",
                        "requirements[0].dueYears.value",
                        "requirements[1].kind");
    }

    @Test
    void aFieldGivenTwiceAndAnEmptyFileAreRefused() {
        assertThat(refused(FIVE_YEAR + "version: 2\n"))
                .extracting(FileError::message)
                .containsExactly("is given twice");
        assertThat(refused("")).extracting(FileError::message).containsExactly("is empty");
        assertThat(refused("- a\n- b\n"))
                .extracting(FileError::message)
                .containsExactly("should be fields with values");
    }

    @Test
    void twoFilesWithOneIdAndAllProblemsOfAllFilesStopTheStart() {
        assertThatThrownBy(
                        () ->
                                RuleSets.of(
                                        Map.of(
                                                "a.yaml", FIVE_YEAR,
                                                "b.yaml", FIVE_YEAR,
                                                "c.yaml", "id: 1\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("b.yaml:1: id: is taken by another file")
                .hasMessageContaining("c.yaml:1: version: is missing");
    }

    private static RuleSetDocument accepted(String yaml) {
        return ((RuleSetReader.Accepted) RuleSetReader.read("good.yaml", yaml)).document();
    }

    private static List<FileError> refused(String yaml) {
        return ((RuleSetReader.Refused) RuleSetReader.read("broken.yaml", yaml)).errors();
    }
}
