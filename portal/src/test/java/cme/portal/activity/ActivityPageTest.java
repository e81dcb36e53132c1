package cme.portal.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.catalog.Activity;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivityPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Formats US = ActivitiesPageTest.US;
    private static final Activity CARPAL = Answers.read("catalog/activity.json", Activity.class);
    private static final List<Activity.Revision> REVISIONS =
            Answers.page("catalog/activity-revisions.json", Activity.Revision.class).items();

    private static ActivityPage page(Activity activity, ActivityPage.For reader) {
        return page(activity, reader, ActivityPage.Attempt.NONE);
    }

    private static ActivityPage page(
            Activity activity, ActivityPage.For reader, ActivityPage.Attempt attempt) {
        return ActivityPage.of(
                new ActivityPage.Known(
                        activity,
                        new Part.Here<>(REVISIONS),
                        ActivitiesPageTest.NAMES,
                        Optional.empty()),
                reader,
                attempt,
                null,
                TODAY,
                US);
    }

    private static final ActivityPage.For VISITOR = new ActivityPage.For(false, null, null);
    private static final ActivityPage.For BOARD = new ActivityPage.For(true, null, null);

    private static Activity with(String status, String url, List<Activity.Approval> approvals) {
        return new Activity(
                CARPAL.code(),
                CARPAL.title(),
                CARPAL.provider(),
                CARPAL.type(),
                url,
                CARPAL.credits(),
                CARPAL.patientSafetyCredits(),
                CARPAL.creditsConfirmed(),
                CARPAL.oncePer(),
                CARPAL.creditsPer(),
                null,
                null,
                null,
                "PT1H30M",
                status,
                approvals,
                null,
                3,
                CARPAL.updatedAt());
    }

    private static Activity.Approval approval(String from, @Nullable String until) {
        return new Activity.Approval(
                "a" + from,
                "PATIENT_SAFETY",
                List.of(),
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    @Test
    void saysTheMaximumInWords() {
        assertThat(page(CARPAL, VISITOR).most())
                .isEqualTo("At most 2 credits for each completion, 0.50 of them patient safety.");
        assertThat(page(CARPAL, VISITOR).facts())
                .contains(new ActivityPage.Fact("How often", "It counts once before a deadline."));
    }

    @Test
    void drawsApprovalsByTheirDays() {
        Activity activity =
                with(
                        "APPROVED",
                        "https://example.org",
                        List.of(
                                approval("2020-01-01", "2022-12-31"),
                                approval("2023-01-01", null),
                                approval("2027-01-01", "2027-12-31")));
        assertThat(page(activity, VISITOR).approvals())
                .extracting(ActivityPage.ApprovalRow::state)
                .containsExactly("Not yet", "Now", "Ended");
        assertThat(page(activity, VISITOR).picture()).isNotNull();
        assertThat(page(activity, VISITOR).picture().rows())
                .extracting(row -> row.look())
                .containsExactly(Look.WAIVED, Look.MET, Look.UPCOMING);
        assertThat(page(activity, VISITOR).facts())
                .contains(new ActivityPage.Fact("Takes", "1 hour 30 minutes"));
    }

    @Test
    void historyStandsTheNewestFirstWithoutConstants() {
        List<Changes.Entry> history = page(CARPAL, VISITOR).history().value();
        assertThat(history).extracting(Changes.Entry::what).containsExactly("Approved", "Proposed");
        assertThat(history.getFirst().lines())
                .containsExactly(
                        new Changes.Line("State", "Proposed", "In the catalog"),
                        new Changes.Line(
                                "Approvals",
                                "none",
                                "Tracer procedures (Carpal tunnel syndrome) from Jan 1, 2016"));
    }

    @Test
    void onlyTheBoardHasForms() {
        assertThat(page(CARPAL, VISITOR).clerk()).isNull();
        assertThat(page(CARPAL, VISITOR).edit()).isNull();
        assertThat(page(CARPAL, BOARD).clerk()).isNotNull();
        assertThat(page(CARPAL, BOARD).clerk().isProposal()).isFalse();
    }

    @Test
    void aSocietyChangesItsOwnProposalOnly() {
        Activity proposal = with("PROPOSED", "https://example.org", List.of());
        assertThat(page(proposal, new ActivityPage.For(false, "ASPS", null)).edit())
                .isEqualTo("/activities/ASPS-CARPAL-TUNNEL-COURSE/edit");
        assertThat(page(proposal, new ActivityPage.For(false, "ASAPS", null)).edit()).isNull();
        assertThat(page(CARPAL, new ActivityPage.For(false, "ASPS", null)).edit()).isNull();
        assertThat(page(proposal, BOARD).clerk().isProposal()).isTrue();
    }

    @Test
    void nothingButAnAddressOfTheWebIsALink() {
        assertThat(page(with("APPROVED", "javascript:alert(1)", List.of()), VISITOR).url())
                .isNull();
        assertThat(page(with("APPROVED", "https://example.org", List.of()), VISITOR).url())
                .isEqualTo("https://example.org");
    }

    @Test
    void aChangeMeanwhileShowsBothVersionsAndKeepsWhatWasTyped() {
        var form = new ApprovalForm();
        form.purpose = "TRACER";
        form.procedures = List.of("CARPAL_TUNNEL");
        form.from = "2026-01-01";
        form.reason = "The committee said so";
        form.revision = 1;
        ActivityPage page = page(CARPAL, BOARD, new ActivityPage.Attempt(form, null, List.of(), 1));
        assertThat(page.stale()).isNotNull();
        assertThat(page.stale().lines())
                .contains(new Changes.Line("State", "Proposed", "In the catalog"));
        assertThat(page.clerk().approve().reason()).isEqualTo("The committee said so");
        assertThat(page.clerk().approve().revision()).isEqualTo(2);
        assertThat(page.clerk().approve().procedures())
                .filteredOn(ApprovalFields.Option::chosen)
                .extracting(ApprovalFields.Option::label)
                .containsExactly("Carpal tunnel syndrome");
    }
}
