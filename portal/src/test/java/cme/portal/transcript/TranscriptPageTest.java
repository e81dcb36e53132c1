package cme.portal.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.compliance.Status;
import cme.portal.credit.Transcript;
import cme.portal.credit.TranscriptVerification;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TranscriptPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final TranscriptPage.Days ALL = TranscriptPage.Days.of(null, null);

    private static Transcript transcript() {
        return Answers.read("credit/transcript.json", Transcript.class);
    }

    private static TranscriptPage page(TranscriptPage.Days days, Transcript transcript) {
        return TranscriptPage.of(
                days,
                transcript,
                new Part.Here<>(Answers.read("compliance/status-due-soon.json", Status.class)),
                AMERICAN);
    }

    @Test
    void theSumsStandAtTheTopAndByYear() {
        TranscriptPage page = page(ALL, transcript());
        assertThat(page.heading()).isEqualTo("Björn Mensah");
        assertThat(page.credits()).isEqualTo("311");
        assertThat(page.creditsInColumn()).isEqualTo("311.00");
        assertThat(page.days()).isEqualTo("Everything");
        assertThat(page.years())
                .extracting(
                        TranscriptPage.Year::year,
                        TranscriptPage.Year::credits,
                        TranscriptPage.Year::safety)
                .contains(tuple("2021", "56.25", "11.00"), tuple("2026", "39.75", "8.00"));
        assertThat(page.years().getFirst().rows().getFirst())
                .isEqualTo(
                        new TranscriptPage.Row(
                                "01a228d2-7c82-7000-81e7-82a75634fa85",
                                "Apr 24, 2021",
                                "The Aesthetic Meeting 2021",
                                "ASAPS",
                                "22.75",
                                "4.50"));
        assertThat(page.note()).isNull();
        assertThat(page.code()).isEqualTo("205a-915a-2e0e-0f18-7609-459e-cfc9-478c");
    }

    @Test
    void theWindowsOfDeadlinesCanBeChosenOnce() {
        var window = TranscriptPage.Days.of(LocalDate.of(2023, 12, 2), LocalDate.of(2026, 12, 1));
        assertThat(page(window, transcript()).windows().value())
                .containsExactly(
                        new TranscriptPage.Choice(
                                "Everything", "/diplomates/020066/transcript", false),
                        new TranscriptPage.Choice(
                                "Year 3: Dec 2, 2020 – Dec 1, 2023",
                                "/diplomates/020066/transcript?from=2020-12-02&to=2023-12-01",
                                false),
                        new TranscriptPage.Choice(
                                "Year 6: Dec 2, 2023 – Dec 1, 2026",
                                "/diplomates/020066/transcript?from=2023-12-02&to=2026-12-01",
                                true));
        assertThat(page(window, transcript()).files()).isEqualTo("?from=2023-12-02&to=2026-12-01");
    }

    @Test
    void aLastDayBeforeTheFirstIsSaidAndEverythingIsShown() {
        var days = TranscriptPage.Days.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1));
        TranscriptPage page = page(days, transcript());
        assertThat(days.fault()).isEqualTo("The last day is before the first.");
        assertThat(page.days()).isEqualTo("Everything");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        Transcript known = transcript();
        Transcript.Item item = known.items().getFirst();
        var unknown =
                new Transcript.Item(
                        item.completion(),
                        item.completedOn(),
                        null,
                        "x".repeat(500),
                        "Morning",
                        null,
                        null,
                        item.credits(),
                        null);
        var transcript =
                new Transcript(
                        "020099",
                        null,
                        known.asOf(),
                        null,
                        null,
                        List.of(unknown),
                        List.of(known.years().getFirst()),
                        List.of(),
                        new Transcript.Total(item.credits(), BigDecimal.ZERO, 1),
                        known.verification());
        TranscriptPage page = page(ALL, transcript);
        assertThat(page.heading()).isEqualTo("020099");
        assertThat(page.note())
                .isEqualTo(
                        "The patient-safety part of 1 completion is not known; nothing is counted"
                                + " for it.");
        assertThat(page.years().getFirst().rows())
                .extracting(TranscriptPage.Row::safety, TranscriptPage.Row::about)
                .containsExactly(tuple("not known", "Morning"));
    }

    private static VerificationPage.@Nullable Answer verified(
            boolean holds, @Nullable Boolean familyName) {
        TranscriptVerification answer =
                Answers.read("credit/verification.json", TranscriptVerification.class);
        var found =
                new TranscriptVerification(
                        answer.code(),
                        answer.madeAt(),
                        null,
                        null,
                        List.of(),
                        11,
                        answer.total(),
                        holds,
                        List.of(),
                        familyName);
        return VerificationPage.of(answer.code(), "", found, AMERICAN).answer();
    }

    @Test
    void aTranscriptThatHoldsIsVerifiedWithWhatToCompare() {
        var answer = verified(true, null);
        assertThat(answer).isNotNull();
        assertThat(answer.look()).isEqualTo(Look.MET);
        assertThat(answer.title()).isEqualTo("Verified.");
        assertThat(answer.facts())
                .contains(
                        new VerificationPage.Fact("Days", "All"),
                        new VerificationPage.Fact("Completions", "11"),
                        new VerificationPage.Fact("Credits", "310.50"))
                .extracting(VerificationPage.Fact::name)
                .doesNotContain("Family name");
        assertThat(verified(true, true)).extracting(VerificationPage.Answer::facts).isNotNull();
    }

    @Test
    void anOldOneIsToldFromOneOfSomebodyElse() {
        assertThat(verified(false, true))
                .extracting(VerificationPage.Answer::title)
                .isEqualTo("Verified, but not up to date.");
        var other = verified(true, false);
        assertThat(other).isNotNull();
        assertThat(other.title()).isEqualTo("Not verified.");
        assertThat(other.facts()).isEmpty();
        var none = VerificationPage.unknown("x", "").answer();
        assertThat(none).isNotNull();
        assertThat(none.title()).isEqualTo("Not verified.");
    }
}
