package cme.compliance.rules;

import static cme.compliance.rules.Recommended.codes;
import static cme.compliance.rules.Recommended.completion;
import static cme.compliance.rules.Recommended.finding;
import static cme.compliance.rules.Recommended.shortOfEverything;
import static cme.compliance.rules.Recommended.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Activity.Status;
import cme.compliance.rules.Activity.Type;
import cme.compliance.rules.Recommendations.ForFinding;
import cme.compliance.rules.Recommendations.Help;
import cme.compliance.rules.Recommendations.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which activities are recommended. The diplomates are assessed on 2026-11-23, eight days before
/// the deadline.
class RecommendedActivitiesTest {

    @Test
    void anExaminationIsNeverRecommended() {
        Recommendations recommendations =
                shortOfEverything(
                        Offer.of("EXAM")
                                .type(Type.EXAMINATION)
                                .credits("60", "0")
                                .approved(Purpose.LIFELONG_LEARNING)
                                .approved(Purpose.TRACER));

        assertThat(recommendations.findings()).allMatch(f -> f.activities().isEmpty());
        assertThat(recommendations.plan().outcome()).isEqualTo(Outcome.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,           , true",
        "2026-11-24,           , false",
        "          , 2026-11-23, true",
        "          , 2026-11-22, false",
        "2026-11-23, 2026-11-23, true"
    })
    void onlyActivitiesOfferedOnTheDayAreRecommended(String from, String until, boolean expected) {
        Offer course = Offer.of("COURSE").offered(from, until).approved(Purpose.LIFELONG_LEARNING);

        assertThat(codes(shortOfEverything(course), "cme-total"))
                .isEqualTo(expected ? List.of("COURSE") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01,           , true",
        "2026-11-23, 2026-11-23, true",
        "2026-11-24,           , false",
        "2020-01-01, 2026-11-22, false"
    })
    void onlyAnApprovalInForceOnTheDayRecommends(String from, String until, boolean expected) {
        Offer total = Offer.of("COURSE").approved(Purpose.LIFELONG_LEARNING, from, until);
        Offer tracer =
                Offer.of("COURSE")
                        .approved(Purpose.LIFELONG_LEARNING)
                        .approved(Purpose.TRACER, from, until);
        List<String> listed = expected ? List.of("COURSE") : List.of();

        assertThat(codes(shortOfEverything(total), "cme-total")).isEqualTo(listed);
        assertThat(codes(shortOfEverything(tracer), "tracer-activity")).isEqualTo(listed);
        assertThat(codes(shortOfEverything(tracer), "cme-total")).containsExactly("COURSE");
    }

    @Test
    void oneApprovalInForceIsEnoughAndNoneAtAllIsNoObstacle() {
        Offer renewed =
                Offer.of("RENEWED")
                        .approved(Purpose.LIFELONG_LEARNING, "2020-01-01", "2021-01-01")
                        .approved(Purpose.LIFELONG_LEARNING, "2026-01-01", null);

        assertThat(codes(shortOfEverything(renewed, Offer.of("OLD")), "cme-total"))
                .containsExactly("OLD", "RENEWED");
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, true", "PROPOSED, false", "RETIRED, false"})
    void proposalsAndRetiredActivitiesAreNotRecommended(Status status, boolean expected) {
        Offer course = Offer.of("COURSE").status(status).approved(Purpose.LIFELONG_LEARNING);

        assertThat(codes(shortOfEverything(course), "cme-total"))
                .isEqualTo(expected ? List.of("COURSE") : List.of());
    }

    @Test
    void aWithdrawnCompletionOfTheDayDoesNotKeepItsActivityFromBeingRecommended() {
        Diplomates.Sample sample =
                Diplomates.shortOfEverything().with(Offer.of("COURSE").activity());
        Completion done = completion("a", "COURSE", "2026-11-23", "9");

        assertThat(codes(sample.withCompletions(done).recommend(), "cme-total")).isEmpty();
        assertThat(codes(sample.withCompletions(withdrawn(done)).recommend(), "cme-total"))
                .containsExactly("COURSE");
    }

    @Test
    void nothingIsRecommendedForADayBeforeCertification() {
        Diplomates.Sample sample =
                Diplomates.shortOfEverything().with(Offer.of("COURSE").activity());

        assertThat(on(sample, "2020-11-13").findings()).isEmpty();
        assertThat(codes(on(certifiedOn(sample, "2026-11-24"), "2026-11-23"), "cme-total"))
                .isEmpty();
        assertThat(codes(on(certifiedOn(sample, "2026-11-23"), "2026-11-23"), "cme-total"))
                .containsExactly("COURSE");
    }

    @ParameterizedTest
    @CsvSource({
        "          ,           , true",
        "2026-12-01,           , true",
        "2026-11-30,           , false",
        "          , 2026-12-01, true",
        "          , 2026-11-30, false"
    })
    void theAnswerSaysWhetherTheActivityIsOpenAtTheDeadline(
            String offeredUntil, String approvedUntil, boolean open) {
        Offer course =
                Offer.of("COURSE")
                        .offered(null, offeredUntil)
                        .approved(Purpose.TRACER, "2020-01-01", approvedUntil);

        Recommendations recommendations = shortOfEverything(course);

        for (String requirement : List.of("cme-total", "tracer-activity")) {
            Help help = finding(recommendations, requirement).activities().getFirst();
            assertThat(help.openAtDeadline()).as(requirement).isEqualTo(open);
            assertThat(help.activity().offeredUntil())
                    .isEqualTo(offeredUntil == null ? null : LocalDate.parse(offeredUntil));
        }
    }

    @Test
    void anActivityCanBeOpenAtTheDeadlineForCreditsAndNotForTheTracer() {
        Offer course =
                Offer.of("COURSE")
                        .approved(Purpose.LIFELONG_LEARNING)
                        .approved(Purpose.TRACER, "2020-01-01", "2026-11-30");

        Recommendations recommendations = shortOfEverything(course);

        assertThat(finding(recommendations, "cme-total").activities().getFirst().openAtDeadline())
                .isTrue();
        assertThat(
                        finding(recommendations, "tracer-activity")
                                .activities()
                                .getFirst()
                                .openAtDeadline())
                .isFalse();
    }

    @Test
    void aHundredOfEachKindAreListed() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            offers.add(Offer.of("SURE-%03d".formatted(i)));
            offers.add(Offer.of("UNKNOWN-%03d".formatted(i)).withoutCredits());
        }

        ForFinding total = finding(shortOfEverything(offers.toArray(Offer[]::new)), "cme-total");

        assertThat(total.helpful()).isEqualTo(202);
        assertThat(total.activities()).hasSize(200);
        assertThat(total.activities().get(99).activity().activity().value()).isEqualTo("SURE-099");
        assertThat(total.activities().get(100).activity().activity().value())
                .isEqualTo("UNKNOWN-000");
    }

    private static Recommendations on(Diplomates.Sample sample, String day) {
        return Recommendations.recommend(
                sample.rules(), sample.facts(), LocalDate.parse(day), sample.knownAt());
    }

    private static Diplomates.Sample certifiedOn(Diplomates.Sample sample, String day) {
        Facts facts = sample.facts();
        Cycle cycle = facts.cycles().getFirst();
        return new Diplomates.Sample(
                sample.rules(),
                new Facts(
                        facts.diplomate(),
                        List.of(
                                new Cycle(
                                        cycle.ruleSet(),
                                        cycle.startYear(),
                                        LocalDate.parse(day),
                                        cycle.recordedAt())),
                        facts.pathways(),
                        facts.tracers(),
                        facts.decisions(),
                        facts.completions(),
                        facts.catalog()),
                sample.asOf(),
                sample.knownAt());
    }
}
