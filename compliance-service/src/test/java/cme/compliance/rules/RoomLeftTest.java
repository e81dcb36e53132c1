package cme.compliance.rules;

import static cme.compliance.rules.Recommended.codes;
import static cme.compliance.rules.Recommended.completion;
import static cme.compliance.rules.Recommended.described;
import static cme.compliance.rules.Recommended.finding;
import static cme.compliance.rules.Recommended.named;
import static cme.compliance.rules.Recommended.offering;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.CreditsPer;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Recommendations.Obstacle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The credits that maxima, caps and once-per leave for one more completion on 2026-11-23.
class RoomLeftTest {

    @Test
    void aMeetingOfWhichADayWasAttendedBringsTheRest() {
        Recommendations recommendations =
                shortOfEverything(
                                Offer.of("MEETING")
                                        .credits("10", "4")
                                        .creditsPer(CreditsPer.ACTIVITY),
                                Offer.of("SERIES").credits("8", "3"))
                        .withCompletions(
                                attended("a", "MEETING", "2025-05-01"),
                                attended("b", "SERIES", "2025-05-01"))
                        .recommend();

        assertThat(described(finding(recommendations, "cme-total")))
                .containsExactly("SERIES 8.00", "MEETING 6.00");
        assertThat(described(finding(recommendations, "patient-safety")))
                .containsExactly("MEETING 3.00", "SERIES 3.00");
    }

    @Test
    void theCreditsOfAMeetingBoundItsPatientSafety() {
        Recommendations recommendations =
                shortOfEverything(
                                Offer.of("MEETING")
                                        .credits("5", "4")
                                        .creditsPer(CreditsPer.ACTIVITY))
                        .withCompletions(attended("a", "MEETING", "2025-05-01"))
                        .recommend();

        assertThat(described(finding(recommendations, "patient-safety")))
                .containsExactly("MEETING 1.00");
    }

    /// Where activities are counted, credits play no part.
    @Test
    void aCapBelowOneCreditDoesNotKeepAnActivityFromServingTheTracer() {
        Recommendations recommendations =
                shortOfEverything(
                                Offer.of("ALIGNED")
                                        .credits("2", "0")
                                        .cap(new Cap("HALF", Credits.of("0.50")))
                                        .approved(Purpose.TRACER))
                        .recommend();

        assertThat(codes(recommendations.plan())).containsExactly("ALIGNED");
        assertThat(named(recommendations.plan().closes())).containsExactly("tracer-activity 6");
        assertThat(described(finding(recommendations, "cme-total")))
                .containsExactly("ALIGNED 0.50");
    }

    @ParameterizedTest
    @CsvSource({
        "DATE,   2026-11-22, true",
        "WINDOW, 2023-12-01, true",
        "WINDOW, 2023-12-02, false",
        "CYCLE,  2023-12-02, false",
        "CYCLE,  2022-05-01, false"
    })
    void whatCountsOnceIsRecommendedOnce(OncePer oncePer, String completedOn, boolean again) {
        Recommendations recommendations =
                shortOfEverything(
                                Offer.of("DONE").oncePer(oncePer),
                                Offer.of("OTHER").oncePer(oncePer))
                        .withCompletions(completion("a", "DONE", completedOn, "1"))
                        .recommend();

        assertThat(codes(recommendations, "cme-total"))
                .isEqualTo(again ? List.of("DONE", "OTHER") : List.of("OTHER"));
    }

    @Test
    void aWithdrawnCompletionTakesNoPlace() {
        Recommendations recommendations =
                shortOfEverything(Offer.of("DONE").oncePer(OncePer.WINDOW))
                        .withCompletions(
                                Recommended.withdrawn(completion("a", "DONE", "2025-05-01", "1")))
                        .recommend();

        assertThat(codes(recommendations, "cme-total")).containsExactly("DONE");
    }

    /// It took the place among credits, and could not serve the tracer.
    @Test
    void aCompletionBeforeTheApprovalTakesNoPlaceForTheTracer() {
        Recommendations recommendations =
                shortOfEverything(
                                Offer.of("DONE")
                                        .oncePer(OncePer.WINDOW)
                                        .approved(Purpose.TRACER, "2026-01-01", null))
                        .withCompletions(completion("a", "DONE", "2025-05-01", "1"))
                        .recommend();

        assertThat(codes(recommendations, "cme-total")).isEmpty();
        assertThat(codes(recommendations, "tracer-activity")).containsExactly("DONE");
    }

    @Test
    void withoutATracerProcedureThatIsTheObstacle() {
        Recommendations recommendations =
                shortOfEverything(Offer.of("ALIGNED").approved(Purpose.TRACER))
                        .having(facts -> facts.withTracers(List.of()))
                        .recommend();

        assertThat(finding(recommendations, "tracer-activity").obstacle())
                .isEqualTo(Obstacle.TRACER_PROCEDURE_MISSING);
        assertThat(finding(recommendations, "patient-safety").obstacle())
                .isEqualTo(Obstacle.NO_ACTIVITY);
        assertThat(finding(recommendations, "cme-total").obstacle()).isNull();
    }

    @Test
    void underSpecialCircumstancesWhatIsApprovedForPatientSafetyIsRecommended() {
        Pathway.Span span =
                new Pathway.Span(
                        Pathway.SPECIAL_CIRCUMSTANCES,
                        LocalDate.parse("2026-01-01"),
                        null,
                        Instant.EPOCH);

        Recommendations recommendations =
                shortOfEverything(
                                Offer.of("LEARNING").approved(Purpose.LIFELONG_LEARNING),
                                Offer.of("SAFETY").approved(Purpose.PATIENT_SAFETY),
                                Offer.of("SOON-OVER")
                                        .approved(Purpose.LIFELONG_LEARNING)
                                        .approved(
                                                Purpose.PATIENT_SAFETY, "2026-01-01", "2026-11-30"))
                        .having(facts -> facts.withPathways(List.of(span)))
                        .withCompletions(completion("a", "LEARNING", "2026-05-01", "1"))
                        .recommend();

        assertThat(finding(recommendations, "patient-safety-activity").activities())
                .extracting(help -> help.activity().activity() + " " + help.openAtDeadline())
                .containsExactly("SAFETY true", "SOON-OVER false");
        assertThat(codes(recommendations.plan())).containsExactly("SAFETY");
    }

    @Test
    void aConfirmationWithoutCreditsConfirmsNothing() {
        Recommendations recommendations =
                shortOfEverything(Offer.of("EMPTY").credits(null, null)).recommend();

        assertThat(described(finding(recommendations, "cme-total")))
                .containsExactly("EMPTY not confirmed");
    }

    private static Diplomates.Sample shortOfEverything(Offer... offers) {
        return offering(Diplomates.shortOfEverything(), offers);
    }

    /// Four credits, one of them patient safety.
    private static Completion attended(String id, String code, String on) {
        return Diplomates.completion(
                id, new Subject.InCatalog(new Activity.Code(code)), on, "4", "1");
    }
}
