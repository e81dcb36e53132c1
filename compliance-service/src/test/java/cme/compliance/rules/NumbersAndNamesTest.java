package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.compliance.cases.TestRuleSets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The small values of the rules: codes and ids, amounts, due years, days and instants.
class NumbersAndNamesTest {

    private static final RuleSet TEN_YEARS = TestRuleSets.named("abps-cc-10y");

    private record Kind<T extends Comparable<T>>(Function<String, T> of) {

        void isItsText() {
            assertThat(of.apply("0A")).hasToString("0A").isEqualByComparingTo(of.apply("0A"));
            assertThat(of.apply("0A")).isLessThan(of.apply("0B"));
            assertThat(of.apply("0B")).isGreaterThan(of.apply("0A"));
            assertThatThrownBy(() -> of.apply(" ")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    static Stream<Named<Kind<?>>> kinds() {
        return Stream.of(
                Named.of("diplomate", new Kind<>(DiplomateId::new)),
                Named.of("activity", new Kind<>(Activity.Code::new)),
                Named.of("completion", new Kind<>(Completion.Id::new)),
                Named.of("procedure", new Kind<>(ProcedureCode::new)),
                Named.of("requirement", new Kind<>(Requirement.Id::new)),
                Named.of("rule set", new Kind<>(RuleSet.Id::new)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdIsOrderedAndWrittenAsItsTextAndNeverBlank(Kind<?> kind) {
        kind.isItsText();
    }

    @Test
    void amountsAreOrderedByTheirNumbers() {
        Amount one = Amount.of(Credits.of("1"));
        Amount two = Amount.of(Credits.of("2"));

        assertThat(one).isLessThan(two).isEqualByComparingTo(Amount.of(Credits.of("1")));
        assertThat(two).isGreaterThan(one);
        assertThat(Credits.of("1")).isLessThan(Credits.of("2"));
        assertThat(Amount.activities(3)).hasToString("3");
        assertThat(Amount.of(Credits.of("3"))).hasToString("3.00");
        assertThatThrownBy(() -> new Amount(Amount.Unit.CREDIT, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayOfARuleSetBeginsInItsZone() {
        LocalDate day = LocalDate.parse("2026-12-01");
        Instant midnight = Instant.parse("2026-12-01T05:00:00Z");

        assertThat(TEN_YEARS.startOf(day)).isEqualTo(midnight);
        assertThat(TEN_YEARS.dayAt(midnight)).isEqualTo(day);
        assertThat(TEN_YEARS.dayAt(midnight.minusNanos(1))).isEqualTo(day.minusDays(1));
    }

    @Test
    void aRequirementThatARuleSetDoesNotHaveIsRefused() {
        Requirement.Id other = new Requirement.Id("other");

        assertThatThrownBy(() -> TEN_YEARS.requirement(other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decisionsAndTracersCanBeMovedToAnotherDueYear() {
        Decision decision =
                new Decision(
                        new Requirement.Id("cme-total"),
                        3,
                        new Decision.Waived(),
                        "Leave",
                        Instant.EPOCH);
        Tracer.Chosen tracer =
                new Tracer.Chosen(
                        3, Diplomates.AUGMENTATION, LocalDate.parse("2023-05-01"), Instant.EPOCH);

        assertThat(decision.inDueYear(6).dueYear()).isEqualTo(6);
        assertThat(decision.inDueYear(6).inDueYear(3)).isEqualTo(decision);
        assertThat(tracer.inDueYear(6).dueYear()).isEqualTo(6);
        assertThat(tracer.inDueYear(6).inDueYear(3)).isEqualTo(tracer);
    }

    /// Makes a requirement of one kind.
    private interface RequirementKind {
        Requirement of(List<Integer> dueYears, int lookBackYears, int number);
    }

    static Stream<Named<RequirementKind>> requirements() {
        Requirement.Id id = new Requirement.Id("r");
        Pathway on = Pathway.STANDARD;
        return Stream.of(
                Named.of(
                        "total",
                        (due, years, number) ->
                                new CreditTotal(id, "", on, due, years, new Credits(number))),
                Named.of(
                        "patient safety",
                        (due, years, number) ->
                                new PatientSafetyCredits(
                                        id, "", on, due, years, new Credits(number))),
                Named.of(
                        "approved activity",
                        (due, years, number) ->
                                new ApprovedActivity(
                                        id,
                                        "",
                                        on,
                                        due,
                                        years,
                                        Activity.Purpose.PATIENT_SAFETY,
                                        number)));
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void aRequirementNeedsDueYearsAWindowAndANumber(RequirementKind kind) {
        assertThat(kind.of(List.of(3), 1, 1).dueYears()).containsExactly(3);
        assertThatThrownBy(() -> kind.of(List.of(), 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kind.of(List.of(3), 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kind.of(List.of(3), 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTracerActivityNeedsDueYearsAndAWindow() {
        Requirement.Id id = new Requirement.Id("r");
        Pathway on = Pathway.STANDARD;

        assertThat(new TracerActivity(id, "", on, List.of(3), 1, 3).lookBackYears()).isOne();
        assertThatThrownBy(() -> new TracerActivity(id, "", on, List.of(), 1, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TracerActivity(id, "", on, List.of(3), 0, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void patientSafetyLiesInsideTheCredits() {
        assertThatThrownBy(
                        () ->
                                Diplomates.completion(
                                        "a",
                                        new Completion.Subject.Titled("Talk"),
                                        "2026-01-01",
                                        "1",
                                        "1.25"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAnswerSaysWhichYearOfTheCycleItIs() {
        Diplomates.Sample sample = Diplomates.shortOfEverything();

        assertThat(sample.assess().cycle()).isEqualTo(new Status.CyclePosition(2021, 2030, 6));
        assertThat(sample.assess().ruleSetVersion()).isEqualTo(sample.rules().version());
    }
}
