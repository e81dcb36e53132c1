package cme.compliance.rules;

import static cme.compliance.rules.Recommended.codes;
import static cme.compliance.rules.Recommended.offering;
import static cme.compliance.rules.Recommended.plan;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Recommendations.Outcome;
import cme.compliance.rules.Recommendations.Plan;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Plans where the search is easy, where it gives up, and where it finds nothing.
class PlanTest {

    private static final int ENDLESS = PlanSearch.MOST_STEPS;

    @Test
    void ofSetsOfOneSizeTheOneWithLeastCreditsIsTaken() {
        Diplomates.Sample sample = shortOfTwo(offer("A", "9"), offer("B", "3"), offer("C", "2.5"));

        Plan plan = plan(sample, ENDLESS);

        assertThat(codes(plan)).containsExactly("C");
        assertThat(plan.credits()).isEqualTo(Credits.of("2.50"));
        assertThat(plan.outcome()).isEqualTo(Outcome.SMALLEST);
        assertThat(plan.leastCredits()).isTrue();
    }

    @Test
    void ofSetsWithAsManyCreditsTheFirstByCodeIsTaken() {
        assertThat(codes(plan(shortOfTwo(offer("B", "2"), offer("A", "2")), ENDLESS)))
                .containsExactly("A");
        Diplomates.Sample pairs =
                shortOfTwo(
                        offer("A", "0.75"),
                        offer("B", "1.25"),
                        offer("C", "0.75"),
                        offer("D", "1.25"));
        assertThat(codes(plan(pairs, ENDLESS))).containsExactly("A", "B");
    }

    @Test
    void aSearchThatEndsAfterTheFirstSetSaysThatItMayNotHaveLeastCredits() {
        Plan plan = plan(shortOfTwo(offer("A", "9"), offer("B", "2")), 1);

        assertThat(codes(plan)).containsExactly("A");
        assertThat(plan.outcome()).isEqualTo(Outcome.SMALLEST);
        assertThat(plan.leastCredits()).isFalse();
        assertThat(plan.closes()).hasSize(1);
        assertThat(plan.leavesOpen()).isEmpty();
    }

    @Test
    void whenTheSearchGivesUpTheActivitiesThatBringMostAreTaken() {
        Diplomates.Sample sample =
                shortOfEverything(
                        offer("A", "10"),
                        offer("B", "90"),
                        offer("C", "40"),
                        offer("D", "70"),
                        Offer.of("E").credits("20", "20").approved(Purpose.TRACER));

        Plan plan = plan(sample, 0);

        assertThat(codes(plan)).containsExactly("B", "D", "E");
        assertThat(plan.credits()).isEqualTo(Credits.of("180"));
        assertThat(plan.outcome()).isEqualTo(Outcome.NOT_PROVEN_SMALLEST);
        assertThat(plan.leastCredits()).isFalse();
        assertThat(plan.closes()).hasSize(3);
        assertThat(codes(plan(sample, ENDLESS))).containsExactly("B", "C", "E");
    }

    @Test
    void whenTheSearchGivesUpTheCapIsKept() {
        Cap ten = new Cap("TEN", Credits.of("10"));
        Diplomates.Sample sample =
                shortOfEverything(
                        Offer.of("A").credits("90", "10").cap(ten),
                        Offer.of("B").credits("90", "10").cap(ten),
                        offer("C", "70"),
                        offer("D", "80"),
                        Offer.of("E").credits("10", "10"));

        Plan plan = plan(sample, 0);

        assertThat(codes(plan)).containsExactly("A", "C", "D", "E");
        assertThat(plan.leavesOpen())
                .extracting(k -> k.requirement().value())
                .containsExactly("tracer-activity");
    }

    @Test
    void aPlanHasAtMostTwoHundredActivities() {
        Plan two = plan(shortOfEverything(many(200, "0.75")), ENDLESS);
        assertThat(two.activities()).hasSize(200);
        assertThat(two.outcome()).isEqualTo(Outcome.SMALLEST);
        assertThat(two.credits()).isEqualTo(Credits.of("150"));

        Plan more = plan(shortOfEverything(many(201, "0.50")), ENDLESS);
        assertThat(more.outcome()).isEqualTo(Outcome.NONE);

        Plan tooMany = plan(shortOfEverything(many(300, "0.50")), ENDLESS);
        assertThat(tooMany.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(tooMany.activities()).isEmpty();
        assertThat(tooMany.credits()).isEqualTo(Credits.ZERO);
        assertThat(tooMany.closes()).isEmpty();
        assertThat(tooMany.leavesOpen()).hasSize(3);
    }

    @Test
    @Tag("slow")
    void alsoWhenTheSearchGivesUpAPlanHasAtMostTwoHundredActivities() {
        assertThat(plan(shortOfEverything(many(300, "0.50")), 0).outcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(plan(shortOfEverything(many(200, "0.75")), 0).activities()).hasSize(200);
    }

    @Test
    void nothingIsPlannedWhenNothingIsOpen() {
        Diplomates.Sample sample =
                shortOfTwo(offer("A", "9"))
                        .withCompletions(
                                Diplomates.completion(
                                        "last",
                                        new Completion.Subject.Titled("Talk"),
                                        "2026-01-01",
                                        "2",
                                        "0"));

        Plan plan = plan(sample, ENDLESS);

        assertThat(plan.outcome()).isEqualTo(Outcome.NOTHING_OPEN);
        assertThat(plan.closes()).isEmpty();
        assertThat(plan.leavesOpen()).isEmpty();
    }

    private static Offer offer(String code, String credits) {
        return Offer.of(code).credits(credits, "0");
    }

    private static Offer[] many(int count, String credits) {
        return IntStream.range(0, count)
                .mapToObj(i -> offer("MANY-%03d".formatted(i), credits))
                .toArray(Offer[]::new);
    }

    private static Diplomates.Sample shortOfTwo(Offer... offers) {
        return offering(Diplomates.shortOfTwoCredits(), offers);
    }

    private static Diplomates.Sample shortOfEverything(Offer... offers) {
        return offering(Diplomates.shortOfEverything(), offers);
    }
}
