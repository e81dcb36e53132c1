package cme.compliance.rules;

import static cme.compliance.rules.Diplomates.activity;
import static cme.compliance.rules.Diplomates.approval;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Recommendations.ForFinding;
import cme.compliance.rules.Recommendations.Obstacle;
import cme.compliance.rules.Recommendations.Outcome;
import cme.compliance.rules.Recommendations.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecommendationsTest {

    private static final Approval LEARNING = approval(Purpose.LIFELONG_LEARNING);
    private static final Cap TEN = new Cap("IHI", Credits.of("10"));

    private final Activity meeting = activity("MEETING", "100", "8", OncePer.DATE, null, LEARNING);
    private final Activity congress = activity("CONGRESS", "50", "2", OncePer.DATE, null, LEARNING);
    private final Activity curriculum =
            activity("IHI", "12", "12", OncePer.WINDOW, TEN, approval(Purpose.PATIENT_SAFETY));
    private final Activity aligned =
            activity("ALIGNED", "2", "0", OncePer.DATE, null, approval(Purpose.TRACER));

    @Test
    void aPlanClosesEverythingWithTheFewestActivities() {
        Plan plan =
                Diplomates.shortOfEverything()
                        .with(meeting, congress, curriculum, aligned)
                        .recommend()
                        .plan();

        assertThat(plan.outcome()).isEqualTo(Outcome.SMALLEST);
        assertThat(codes(plan)).containsExactly("ALIGNED", "CONGRESS", "IHI", "MEETING");
        assertThat(plan.credits()).isEqualTo(Credits.of("164"));
        assertThat(plan.leastCredits()).isTrue();
        assertThat(plan.leavesOpen()).isEmpty();
    }

    @Test
    void eachFindingSaysHowMuchAnActivityBrings() {
        List<ForFinding> findings =
                Diplomates.shortOfEverything()
                        .with(meeting, congress, curriculum, aligned)
                        .recommend()
                        .findings();

        assertThat(findings)
                .extracting(finding -> finding.finding().requirement() + " " + brings(finding))
                .containsExactly(
                        "cme-total [MEETING 100.00, CONGRESS 50.00, IHI 10.00, ALIGNED 2.00]",
                        "patient-safety [IHI 10.00, MEETING 8.00, CONGRESS 2.00]",
                        "tracer-activity [ALIGNED 1]");
    }

    @Test
    void activitiesThatWouldNotCountAreNotRecommended() {
        LocalDate yesterday = LocalDate.parse("2026-11-22");
        Approval over =
                new Approval(
                        Purpose.LIFELONG_LEARNING,
                        java.util.Set.of(),
                        LocalDate.parse("2020-01-01"),
                        yesterday);
        Recommendations recommendations =
                Diplomates.shortOfTwoCredits()
                        .with(
                                activity("LAPSED", "9", "0", OncePer.DATE, null, over),
                                activity(
                                        "CREDITS-NOT-SET",
                                        null,
                                        null,
                                        OncePer.DATE,
                                        null,
                                        LEARNING),
                                activity("READ-BEFORE", "9", "0", OncePer.WINDOW, null, LEARNING),
                                activity("DONE-TODAY", "9", "0", OncePer.DATE, null, LEARNING),
                                activity("CAPPED-OUT", "9", "0", OncePer.DATE, TEN, LEARNING),
                                activity("USED-UP", "10", "0", OncePer.DATE, TEN, LEARNING))
                        .withCompletions(
                                completion("c", "READ-BEFORE", "2024-05-01", "0.25"),
                                completion("d", "DONE-TODAY", "2026-11-23", "0.25"),
                                completion("e", "USED-UP", "2024-05-02", "0.25"),
                                completion("f", "USED-UP", "2024-05-03", "9.75"))
                        .recommend();

        assertThat(recommendations.findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.finding().requirement().value())
                                    .isEqualTo("tracer-activity");
                            assertThat(finding.activities()).isEmpty();
                        });
    }

    @Test
    void withoutHelpItSaysWhy() {
        Diplomates.Sample short2 = Diplomates.shortOfTwoCredits().with(congress);
        Diplomates.Sample late =
                new Diplomates.Sample(
                        short2.rules(),
                        short2.facts(),
                        LocalDate.parse("2026-12-05"),
                        short2.knownAt());

        assertThat(late.recommend().findings())
                .extracting(ForFinding::obstacle)
                .contains(Obstacle.WINDOW_CLOSED);
        assertThat(Diplomates.shortOfEverything().recommend().findings())
                .extracting(ForFinding::obstacle)
                .containsOnly(Obstacle.NO_ACTIVITY);
        assertThat(Diplomates.shortOfEverything().recommend().plan().outcome())
                .isEqualTo(Outcome.NONE);
    }

    @Test
    void findingsThatCannotBeClosedAreLeftOpenAndTheRestIsPlanned() {
        Plan plan = Diplomates.shortOfEverything().with(aligned, congress).recommend().plan();

        assertThat(codes(plan)).containsExactly("ALIGNED");
        assertThat(plan.closes()).extracting(Finding.Key::dueYear).containsExactly(6);
        assertThat(plan.leavesOpen())
                .extracting(key -> key.requirement().value())
                .containsExactly("cme-total", "patient-safety");
    }

    /// A directory of thousands of activities does not make the search slow, and a plan that is not
    /// proven says so.
    @Test
    @Tag("slow")
    void aLargeCatalogIsSearchedWithinTheBound() {
        Random random = new Random(42);
        List<Activity> catalog = new ArrayList<>(List.of(aligned));
        for (int i = 0; i < 5000; i++) {
            int quarters = 1 + random.nextInt(160);
            int part = random.nextInt(5) == 0 ? random.nextInt(Math.min(quarters, 24) + 1) : 0;
            catalog.add(
                    activity(
                            "DIRECTORY-" + i,
                            new Credits(quarters).toString(),
                            new Credits(part).toString(),
                            OncePer.WINDOW,
                            null,
                            LEARNING));
        }
        Diplomates.Sample sample =
                Diplomates.shortOfEverything().with(catalog.toArray(new Activity[0]));
        Plan plan = sample.recommend().plan();

        assertThat(plan.outcome()).isIn(Outcome.SMALLEST, Outcome.NOT_PROVEN_SMALLEST);
        assertThat(plan.closes()).hasSize(3);
        assertThat(plan.activities()).hasSizeLessThan(12);
        Plan hasty =
                new Recommender(sample.rules(), sample.facts(), sample.asOf(), sample.knownAt())
                        .recommend(3)
                        .plan();
        assertThat(hasty.outcome()).isEqualTo(Outcome.NOT_PROVEN_SMALLEST);
        assertThat(hasty.closes()).hasSize(3);
    }

    private static Completion completion(String id, String code, String on, String credits) {
        return Diplomates.completion(
                id, new Subject.InCatalog(new Activity.Code(code)), on, credits, "0");
    }

    private static List<String> codes(Plan plan) {
        return plan.activities().stream().map(step -> step.activity().value()).toList();
    }

    private static List<String> brings(ForFinding finding) {
        return finding.activities().stream()
                .map(help -> help.activity().activity() + " " + help.brings())
                .toList();
    }
}
