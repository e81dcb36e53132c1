package cme.credit.posting;

import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.access.Poster;
import cme.credit.activity.Activity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletionChecksTest {
    private static final Poster ASPS = Poster.provider("ASPS");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 4);

    @Test
    void withinTheMaximumNothingIsWrong() {
        assertThat(check(1.5, 1.5, activity("ASPS", "1.5", "1.5"), ASPS)).isEmpty();
        assertThat(check(1.5, null, activity("ASPS", null, null), ASPS)).isEmpty();
        assertThat(check(1.5, 1.5, activity("ASPS", "1.5", "1.5"), Poster.BOARD)).isEmpty();
    }

    @Test
    void moreThanTheActivityGivesIsRefusedNotCut() {
        assertThat(check(2, 1.5, activity("ASPS", "1.5", "1.0"), ASPS))
                .containsExactly(
                        "/credits credits.over-maximum",
                        "/patientSafetyCredits patient-safety.over-maximum");
    }

    @Test
    void anActivityThatTheCatalogLacksIsUnknown() {
        assertThat(check(1, null, null, ASPS)).containsExactly("/activity activity.unknown");
    }

    @Test
    void anotherProvidersActivityIsNotYours() {
        assertThat(check(1, null, activity("IHI", "10", "10"), ASPS))
                .containsExactly("/activity activity.not-yours");
    }

    @Test
    void anActivityIsOfferedFromItsFirstToItsLastDay() {
        assertThat(check(1, null, offered(DAY, DAY, Activity.Status.RETIRED), ASPS)).isEmpty();
        assertThat(check(1, null, offered(null, DAY.minusDays(1), Activity.Status.APPROVED), ASPS))
                .containsExactly("/activity activity.not-offered");
        assertThat(check(1, null, offered(DAY.plusDays(1), null, Activity.Status.APPROVED), ASPS))
                .containsExactly("/activity activity.not-offered");
        assertThat(check(1, null, offered(null, null, Activity.Status.RETIRED), ASPS))
                .containsExactly("/activity activity.not-offered");
    }

    @Test
    void aProposedActivityCanBePostedAgainst() {
        assertThat(check(1, null, offered(null, null, Activity.Status.PROPOSED), ASPS)).isEmpty();
    }

    @Test
    void aSocietyDoesNotLearnOfAnothersProposal() {
        Activity proposed = offered(DAY.plusDays(1), null, Activity.Status.PROPOSED);
        assertThat(check(1, null, proposed, Poster.provider("IHI")))
                .containsExactly("/activity activity.unknown");
        assertThat(check(1, null, proposed, Poster.BOARD))
                .containsExactly("/activity activity.not-offered");
    }

    @Test
    void aSocietyCannotNameAnotherProvider() {
        CompletionForm form =
                CompletionFormTest.read(CompletionFormTest.with("provider", "\"IHI\""));
        assertThat(CompletionChecks.check(form, activity("ASPS", null, null), ASPS, DAY))
                .extracting(v -> v.pointer() + " " + v.code())
                .containsExactly("/provider provider.not-yours");
        assertThat(CompletionChecks.check(form, activity("ASPS", null, null), Poster.BOARD, DAY))
                .extracting(v -> v.pointer() + " " + v.code())
                .containsExactly("/provider provider.differs");
    }

    @Test
    void nothingIsCompletedAfterToday() {
        CompletionForm form = CompletionFormTest.read(CompletionFormTest.with("credits", "1"));
        Activity activity = activity("ASPS", null, null);
        assertThat(CompletionChecks.check(form, activity, ASPS, DAY)).isEmpty();
        assertThat(CompletionChecks.check(form, activity, ASPS, DAY.minusDays(1)))
                .extracting(v -> v.pointer() + " " + v.code())
                .containsExactly("/completedOn completed-on.future");
    }

    private static List<String> check(
            double credits, @Nullable Double safety, @Nullable Activity activity, Poster poster) {
        String json = CompletionFormTest.with("credits", String.valueOf(credits));
        json = json.replace("\"patientSafetyCredits\":0", "\"patientSafetyCredits\":" + safety);
        return CompletionChecks.check(CompletionFormTest.read(json), activity, poster, DAY).stream()
                .map(v -> v.pointer() + " " + v.code())
                .toList();
    }

    private static Activity activity(
            String provider, @Nullable String credits, @Nullable String safety) {
        return new Activity(
                "VTE",
                "Venous thromboembolism",
                provider,
                credits == null ? null : new BigDecimal(credits),
                safety == null ? null : new BigDecimal(safety),
                null,
                null,
                Activity.Status.APPROVED,
                1);
    }

    private static Activity offered(
            @Nullable LocalDate from, @Nullable LocalDate until, Activity.Status status) {
        return new Activity(
                "VTE", "Venous thromboembolism", "ASPS", null, null, from, until, status, 1);
    }
}
