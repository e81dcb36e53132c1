package cme.compliance.rules;

import static cme.compliance.rules.Recommended.codes;
import static cme.compliance.rules.Recommended.completion;
import static cme.compliance.rules.Recommended.described;
import static cme.compliance.rules.Recommended.finding;
import static cme.compliance.rules.Recommended.shortOfEverything;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Recommendations.Outcome;
import cme.compliance.rules.Recommendations.Plan;
import org.junit.jupiter.api.Test;

/// How activities are recommended while the board has not confirmed their credits. The diplomates
/// are assessed on 2026-11-23, eight days before the deadline.
class UnconfirmedCreditsTest {

    private static final Cap TEN = new Cap("IHI", Credits.of("10"));

    @Test
    void unconfirmedCreditsComeLastWhereCreditsCount() {
        Recommendations recommendations =
                shortOfEverything(
                        Offer.of("A-LISTED").withoutCredits().approved(Purpose.PATIENT_SAFETY),
                        Offer.of("B-SAID").credits("4", "2").notConfirmed(),
                        Offer.of("C-LEARNING").withoutCredits().approved(Purpose.LIFELONG_LEARNING),
                        Offer.of("D-NO-SAFETY").credits("4", "0").notConfirmed(),
                        Offer.of("E-SURE").credits("1", "1").approved(Purpose.LIFELONG_LEARNING));

        assertThat(described(finding(recommendations, "cme-total")))
                .containsExactly(
                        "E-SURE 1.00",
                        "A-LISTED not confirmed",
                        "B-SAID not confirmed",
                        "C-LEARNING not confirmed",
                        "D-NO-SAFETY not confirmed");
        assertThat(described(finding(recommendations, "patient-safety")))
                .containsExactly("E-SURE 1.00", "A-LISTED not confirmed", "B-SAID not confirmed");
        assertThat(finding(recommendations, "patient-safety").helpful()).isEqualTo(3);
        assertThat(finding(recommendations, "patient-safety").obstacle()).isNull();
        assertThat(finding(recommendations, "tracer-activity").activities()).isEmpty();
    }

    @Test
    void whatTheSourceListsForPatientSafetyIsNotForItOnceTheApprovalHasLapsed() {
        Offer lapsed =
                Offer.of("LAPSED")
                        .withoutCredits()
                        .approved(Purpose.LIFELONG_LEARNING)
                        .approved(Purpose.PATIENT_SAFETY, "2020-01-01", "2026-11-22");

        assertThat(codes(shortOfEverything(lapsed), "patient-safety")).isEmpty();
        assertThat(codes(shortOfEverything(lapsed), "cme-total")).containsExactly("LAPSED");
    }

    @Test
    void unconfirmedCreditsAreNotRecommendedWhereNothingCouldCount() {
        Recommendations recommendations =
                Diplomates.shortOfEverything()
                        .with(
                                Offer.of("CAPPED-OUT").withoutCredits().cap(TEN).activity(),
                                Offer.of("READ")
                                        .withoutCredits()
                                        .oncePer(OncePer.WINDOW)
                                        .activity(),
                                Offer.of("ROOM-LEFT")
                                        .withoutCredits()
                                        .cap(new Cap("OTHER", Credits.of("10")))
                                        .activity(),
                                Offer.of("USED-UP").credits("10", "0").cap(TEN).activity())
                        .withCompletions(
                                completion("a", "USED-UP", "2025-05-01", "10"),
                                completion("b", "READ", "2025-05-02", "1"))
                        .recommend();

        assertThat(codes(recommendations, "cme-total")).containsExactly("ROOM-LEFT");
    }

    @Test
    void unconfirmedCreditsPlayNoPartForATracerAndAPlanMayUseThem() {
        Offer course = Offer.of("ALIGNED").withoutCredits().approved(Purpose.TRACER);

        Recommendations recommendations = shortOfEverything(course);
        Plan plan = recommendations.plan();

        assertThat(described(finding(recommendations, "tracer-activity")))
                .containsExactly("ALIGNED 1");
        assertThat(plan.outcome()).isEqualTo(Outcome.SMALLEST);
        assertThat(plan.activities())
                .singleElement()
                .satisfies(
                        step -> {
                            assertThat(step.activity().value()).isEqualTo("ALIGNED");
                            assertThat(step.credits()).isEqualTo(Credits.ZERO);
                            assertThat(step.creditsConfirmed()).isFalse();
                        });
        assertThat(plan.closes())
                .extracting(k -> k.requirement().value())
                .containsExactly("tracer-activity");
    }

    @Test
    void aPlanDoesNotCountOnUnconfirmedCredits() {
        Plan plan =
                shortOfEverything(
                                Offer.of("PERHAPS").credits("150", "20").notConfirmed(),
                                Offer.of("SURE-1").credits("75", "10"),
                                Offer.of("SURE-2").credits("75", "10"))
                        .plan();

        assertThat(plan.activities())
                .extracting(step -> step.activity().value())
                .containsExactly("SURE-1", "SURE-2");
        assertThat(plan.credits()).isEqualTo(Credits.of("150"));
    }
}
