package cme.compliance.rules;

import static cme.compliance.rules.Recommended.codes;
import static cme.compliance.rules.Recommended.named;
import static cme.compliance.rules.Recommended.offering;
import static cme.compliance.rules.Recommended.plan;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Recommendations.Outcome;
import cme.compliance.rules.Recommendations.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The choice among sets of one size, and the bounds of the search for them.
class PlanOrderTest {

    private static final int ENDLESS = PlanSearch.MOST_STEPS;
    private static final Cap TEN = new Cap("TEN", Credits.of("10"));

    /// The search takes the most helpful first, so it meets B and C before A and D.
    @Test
    void aLaterSetWithAsManyCreditsIsTakenWhenItComesFirstByCode() {
        Diplomates.Sample sample =
                shortOfTwo(
                        offer("A", "1"), offer("B", "1.25"), offer("C", "0.75"), offer("D", "1"));

        assertThat(codes(plan(sample, ENDLESS))).containsExactly("A", "D");
    }

    @Test
    void aLaterSetWithAsManyCreditsIsNotTakenWhenItComesLaterByCode() {
        Diplomates.Sample sample =
                shortOfTwo(
                        offer("A", "1.25"), offer("B", "0.75"), offer("C", "1"), offer("D", "1"));

        assertThat(codes(plan(sample, ENDLESS))).containsExactly("A", "B");
    }

    @Test
    void creditsAreComparedWhereAnActivityIsShortToo() {
        Plan plan = plan(shortOfEverything(aligned("A", "0.75"), aligned("B", "0.50")), ENDLESS);

        assertThat(codes(plan)).containsExactly("B");
        assertThat(plan.credits()).isEqualTo(Credits.of("0.50"));
        assertThat(named(plan.closes())).containsExactly("tracer-activity 6");
        assertThat(named(plan.leavesOpen())).containsExactly("cme-total 6", "patient-safety 6");
    }

    @Test
    void theMostHelpfulActivityIsTriedFirst() {
        Plan plan = plan(shortOfTwo(offer("A", "1"), offer("B", "2")), 1);

        assertThat(codes(plan)).containsExactly("B");
        assertThat(plan.outcome()).isEqualTo(Outcome.SMALLEST);
    }

    @Test
    void withoutAStepTheFirstByCodeOfThoseThatBringMostIsTaken() {
        Plan plan = plan(shortOfTwo(offer("C", "1"), offer("B", "2"), offer("A", "2")), 0);

        assertThat(codes(plan)).containsExactly("A");
        assertThat(plan.outcome()).isEqualTo(Outcome.NOT_PROVEN_SMALLEST);
    }

    @Test
    void noStepIsTakenBeyondTheMost() {
        Diplomates.Sample alike = shortOfTwo(offer("A", "1"), offer("B", "1"));

        assertThat(plan(alike, 1).outcome()).isEqualTo(Outcome.NOT_PROVEN_SMALLEST);
        assertThat(plan(alike, 2).outcome()).isEqualTo(Outcome.SMALLEST);
    }

    @Test
    void aPlanWithoutSearchHasAtMostSoManyActivities() {
        Diplomates.Sample sample = shortOfTwo(offer("A", "1"), offer("B", "1"));
        Assessment.Whole whole =
                Assessment.whole(
                        sample.rules(),
                        sample.facts(),
                        sample.asOf(),
                        sample.knownAt(),
                        java.util.Set.of());
        List<Gap> open =
                Gap.on(sample.asOf(), whole.contexts()).stream()
                        .filter(gap -> gap.finding().state().open())
                        .filter(gap -> gap.finding().dueYear() == 6)
                        .toList();
        List<Option> options =
                sample.facts().catalog().activities().values().stream()
                        .map(
                                a ->
                                        Option.of(
                                                a.code(),
                                                a.knownAt(sample.knownAt()),
                                                null,
                                                sample.asOf()))
                        .filter(java.util.Objects::nonNull)
                        .toList();

        assertThat(GreedyPlan.of(open, Option.byCode(options), 1)).isNull();
        assertThat(GreedyPlan.of(open, Option.byCode(options), 2)).hasSize(2);
        assertThat(GreedyPlan.of(open, options.subList(0, 1), 2)).as("too few").isNull();
    }

    /// Each finding can be closed alone. The aligned activity uses up the cap, so that B brings no
    /// patient safety beside it.
    @Test
    void findingsThatOnlyCloseOneByOneHaveNoPlan() {
        Plan plan =
                plan(
                        shortOfEverything(
                                aligned("A", "10").cap(TEN), safety("B").cap(TEN), safety("C")),
                        ENDLESS);

        assertThat(plan.outcome()).isEqualTo(Outcome.NONE);
        assertThat(plan.activities()).isEmpty();
        assertThat(plan.closes()).isEmpty();
        assertThat(named(plan.leavesOpen()))
                .containsExactly("cme-total 6", "patient-safety 6", "tracer-activity 6");
    }

    @Test
    void aFindingThatFewerActivitiesCloseIsPlanned() {
        Plan plan =
                plan(
                        shortOfEverything(
                                offer("A", "10").cap(TEN), safety("B").cap(TEN), safety("C")),
                        ENDLESS);

        assertThat(plan.outcome()).isEqualTo(Outcome.SMALLEST);
        assertThat(codes(plan)).containsExactly("B", "C");
        assertThat(named(plan.closes())).containsExactly("patient-safety 6");
    }

    /// With two hundred activities that help, all sets have been tried. One that helps nothing is
    /// not among them.
    @ParameterizedTest
    @CsvSource({"198, NONE", "199, NOT_FOUND"})
    void thatThereIsNoPlanIsOnlySaidWhenAllSetsWereTried(int more, Outcome outcome) {
        List<Offer> offers = new ArrayList<>();
        offers.add(aligned("A", "10").cap(TEN));
        offers.add(safety("C"));
        offers.add(offer("USELESS", "0"));
        for (int i = 0; i < more; i++) {
            offers.add(safety("F-%03d".formatted(i)).cap(TEN));
        }

        Plan plan = plan(shortOfEverything(offers.toArray(Offer[]::new)), ENDLESS);

        assertThat(plan.outcome()).isEqualTo(outcome);
    }

    private static Offer offer(String code, String credits) {
        return Offer.of(code).credits(credits, "0");
    }

    private static Offer aligned(String code, String credits) {
        return offer(code, credits).approved(Purpose.TRACER);
    }

    private static Offer safety(String code) {
        return Offer.of(code).credits("10", "10");
    }

    private static Diplomates.Sample shortOfTwo(Offer... offers) {
        return offering(Diplomates.shortOfTwoCredits(), offers);
    }

    private static Diplomates.Sample shortOfEverything(Offer... offers) {
        return offering(Diplomates.shortOfEverything(), offers);
    }
}
