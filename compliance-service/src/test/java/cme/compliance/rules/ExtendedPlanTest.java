package cme.compliance.rules;

import static cme.compliance.rules.Recommended.codes;
import static cme.compliance.rules.Recommended.completion;
import static cme.compliance.rules.Recommended.named;
import static cme.compliance.rules.Recommended.offering;
import static cme.compliance.rules.Recommended.plan;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Recommendations.ForFinding;
import cme.compliance.rules.Recommendations.Outcome;
import cme.compliance.rules.Recommendations.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Plans where an extended finding of an earlier due year, or of the cycle before, uses up what a
/// later one needs. The deadline of year 3 is extended until 2026-12-31.
class ExtendedPlanTest {

    private static final int ENDLESS = PlanSearch.MOST_STEPS;

    @Test
    void anActivityServesTheExtendedFindingFirstAndTheNextOneTheLaterFinding() {
        Diplomates.Sample sample =
                offering(openInYearThree("patient-safety"), safety("A", "20"), safety("B", "20"));

        Plan plan = plan(sample, ENDLESS);

        assertThat(listed(sample, "patient-safety", 3)).containsExactly("A", "B");
        assertThat(listed(sample, "patient-safety", 6)).isEmpty();
        assertThat(codes(plan)).containsExactly("A", "B");
        assertThat(named(plan.closes())).containsExactly("patient-safety 3", "patient-safety 6");
    }

    /// A completion from before in the longer window of year 3 is a repetition there, so year 3
    /// does not use it up.
    @Test
    void activitiesAreOfOneKindOnlyWhenTheExtendedFindingUsesUpAsMuchOfThem() {
        Diplomates.Sample sample =
                offering(
                                openInYearThree("patient-safety"),
                                safety("ANEW", "10").oncePer(OncePer.WINDOW),
                                safety("READ-1", "10").oncePer(OncePer.WINDOW),
                                safety("READ-2", "10").oncePer(OncePer.WINDOW))
                        .withCompletions(
                                completion("r", "READ-1", "2022-05-01", "0.25"),
                                completion("s", "READ-2", "2022-05-02", "0.25"));

        Plan plan = plan(sample, ENDLESS);

        assertThat(codes(plan)).containsExactly("READ-1", "READ-2");
        assertThat(plan.outcome()).isEqualTo(Outcome.SMALLEST);
        assertThat(named(plan.closes())).containsExactly("patient-safety 6");
        assertThat(named(plan.leavesOpen()))
                .containsExactly("patient-safety 3", "cme-total 6", "tracer-activity 6");
    }

    @Test
    void oneAlignedActivityServesOneTracer() {
        Diplomates.Sample sample =
                offering(
                        openInYearThree("tracer-activity")
                                .having(facts -> facts.withTracers(List.of(tracer(3), tracer(6)))),
                        safety("A", "150"),
                        Offer.of("T1").credits("1", "0").approved(Purpose.TRACER),
                        Offer.of("T2").credits("1", "0").approved(Purpose.TRACER));

        Plan plan = plan(sample, ENDLESS);

        assertThat(codes(plan)).containsExactly("A", "T1", "T2");
        assertThat(named(plan.closes()))
                .containsExactly(
                        "tracer-activity 3",
                        "cme-total 6",
                        "patient-safety 6",
                        "tracer-activity 6");
    }

    @Test
    void aTracerThatIsServedLeavesTheActivityToTheNextOne() {
        Diplomates.Sample sample =
                offering(
                                openInYearThree("tracer-activity")
                                        .having(
                                                facts ->
                                                        facts.withTracers(
                                                                List.of(tracer(3), tracer(6)))),
                                Offer.of("T1").credits("1", "0").approved(Purpose.TRACER))
                        .withCompletions(completion("t", "T1", "2026-05-01", "1"));

        Plan plan = plan(sample, ENDLESS);

        assertThat(codes(plan)).containsExactly("T1");
        assertThat(named(plan.closes())).containsExactly("tracer-activity 6");
    }

    /// The plan counts on an activity that the former cycle uses up, so it is not given.
    @Test
    void aPlanThatTheFormerCycleUsesUpIsNotGiven() {
        Plan plan =
                planAtTheBeginningOf(
                        new Renewal(List.of(Renewal.totalExtendedUntil("2031-03-31"))));

        assertThat(plan.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(plan.activities()).isEmpty();
        assertThat(named(plan.leavesOpen()))
                .containsExactly("patient-safety 3", "tracer-activity 3", "cme-total 5");

        assertThat(codes(planAtTheBeginningOf(new Renewal(List.of())))).containsExactly("A");
    }

    private static Plan planAtTheBeginningOf(Renewal renewal) {
        Diplomates.Sample sample =
                new Diplomates.Sample(
                        Renewal.FIVE_YEARS,
                        renewal.nextFacts(),
                        LocalDate.parse("2031-02-01"),
                        Instant.MAX);
        return plan(offering(sample, Offer.of("A").credits("125", "0")), ENDLESS);
    }

    private static Diplomates.Sample openInYearThree(String requirement) {
        Requirement.Id id = new Requirement.Id(requirement);
        Decision extended =
                new Decision(
                        id,
                        3,
                        new Decision.Extended(LocalDate.parse("2026-12-31")),
                        "Illness",
                        Instant.EPOCH);
        return Diplomates.shortOfEverything()
                .having(
                        facts ->
                                facts.withDecisions(
                                        facts.decisions().stream()
                                                .map(d -> d.requirement().equals(id) ? extended : d)
                                                .toList()));
    }

    private static Tracer tracer(int dueYear) {
        return new Tracer.Chosen(dueYear, Diplomates.AUGMENTATION, null, Instant.EPOCH);
    }

    private static Offer safety(String code, String credits) {
        return Offer.of(code).credits(credits, credits);
    }

    private static List<String> listed(Diplomates.Sample sample, String requirement, int dueYear) {
        ForFinding finding =
                sample.recommend().findings().stream()
                        .filter(
                                f ->
                                        named(List.of(f.finding()))
                                                .contains(requirement + " " + dueYear))
                        .findFirst()
                        .orElseThrow();
        return finding.activities().stream()
                .map(help -> help.activity().activity().value())
                .toList();
    }
}
