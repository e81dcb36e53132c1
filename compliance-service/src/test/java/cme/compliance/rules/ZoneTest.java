package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The day of a deadline ends in the zone of the rule set.
class ZoneTest {

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-12-02T04:59:59.999999Z, 0",
        "America/New_York, 2026-12-02T05:00:00Z, 1",
        "Asia/Tokyo, 2026-12-01T14:59:59.999999Z, 0",
        "Asia/Tokyo, 2026-12-01T15:00:00Z, 1"
    })
    void aSubmissionIsLateFromTheMidnightAfterTheDeadline(
            ZoneId zone, Instant recordedAt, int late) {
        Diplomates.Sample sample =
                Diplomates.shortOfEverything().withCompletions(recorded(recordedAt));

        Status status =
                Assessment.assess(
                        in(zone, sample.rules()),
                        sample.facts(),
                        LocalDate.parse("2026-12-20"),
                        Instant.MAX);

        Finding total =
                status.findings().stream()
                        .filter(
                                f ->
                                        f.requirement().value().equals("cme-total")
                                                && f.dueYear() == 6)
                        .findFirst()
                        .orElseThrow();
        assertThat(total.late())
                .isEqualTo(late == 0 ? null : new Finding.Late(Credits.of("5"), late));
    }

    /// The part follows from what was known when the day ended; a maximum that is raised later adds
    /// nothing.
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2025-05-02T03:59:59.999999999Z, 5.00",
        "America/New_York, 2025-05-02T04:00:00Z, 0.00",
        "Asia/Tokyo, 2025-05-01T14:59:59.999999999Z, 5.00",
        "Asia/Tokyo, 2025-05-01T15:00:00Z, 0.00"
    })
    void whatTheCatalogSaidIsReadWhenTheDayEnds(ZoneId zone, Instant raisedAt, String safety) {
        Activity before = Offer.of("COURSE").credits("10", "0").activity();
        Activity.Revision raised =
                Offer.of("COURSE").credits("10", "10").activity().revisions().getFirst();
        Activity course =
                new Activity(
                        before.code(),
                        List.of(before.revisions().getFirst(), second(raised, raisedAt)));
        Diplomates.Sample sample =
                Diplomates.shortOfEverything()
                        .with(course)
                        .withCompletions(
                                Diplomates.completion(
                                        "a",
                                        new Subject.InCatalog(course.code()),
                                        "2025-05-01",
                                        "5",
                                        null));

        Status status =
                Assessment.assess(
                        in(zone, sample.rules()), sample.facts(), sample.asOf(), Instant.MAX);

        assertThat(Renewal.finding(status, "patient-safety", 6).earned()).hasToString(safety);
    }

    private static Activity.Revision second(Activity.Revision state, Instant recordedAt) {
        return new Activity.Revision(
                2,
                state.title(),
                state.provider(),
                state.type(),
                state.credits(),
                state.patientSafetyCredits(),
                state.creditsConfirmed(),
                state.oncePer(),
                state.creditsPer(),
                state.cap(),
                state.offeredFrom(),
                state.offeredUntil(),
                state.status(),
                state.approvals(),
                recordedAt);
    }

    private static Completion recorded(Instant at) {
        return new Completion(
                new Completion.Id("a"),
                List.of(
                        new Completion.Revision(
                                1,
                                Completion.Status.RECORDED,
                                new Subject.Titled("Meeting"),
                                LocalDate.parse("2026-05-01"),
                                null,
                                Credits.of("5"),
                                null,
                                Poster.PROVIDER,
                                at)));
    }

    private static RuleSet in(ZoneId zone, RuleSet rules) {
        return new RuleSet(
                rules.id(),
                rules.version(),
                rules.title(),
                rules.cycleYears(),
                rules.deadline(),
                zone,
                rules.latePeriodDays(),
                rules.dueSoonDays(),
                rules.requirements());
    }
}
