package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts of a status that people read: the sentence, titles, order and the basis. Everything of
/// year 3 is waived; the deadline of year 6 is 2026-12-01.
class StatusDetailsTest {

    private static final Requirement.Id TOTAL = new Requirement.Id("cme-total");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-11-23 | Short 20.00 patient-safety credits and 1 activity aligned with the tracer procedure by 2026-12-01 (8 days left).
                    2026-11-30 | Short 20.00 patient-safety credits and 1 activity aligned with the tracer procedure by 2026-12-01 (1 day left).
                    2026-12-01 | Short 20.00 patient-safety credits and 1 activity aligned with the tracer procedure by 2026-12-01 (today is the last day).
                    2026-12-02 | Late: short 20.00 patient-safety credits and 1 activity aligned with the tracer procedure due by 2026-12-01; submissions are taken until 2026-12-31 (29 days left); next, short 150.00 CME credits by 2027-02-28 (88 days left).
                    2027-01-01 | Not met: short 20.00 patient-safety credits and 1 activity aligned with the tracer procedure due by 2026-12-01; next, short 150.00 CME credits by 2027-02-28 (58 days left).
                    2027-03-01 | Not met: short 20.00 patient-safety credits and 1 activity aligned with the tracer procedure due by 2026-12-01 (and 1 more); next, short 150.00 CME credits and 20.00 patient-safety credits by 2029-12-01 (1006 days left).
                    """)
    void theSentenceNamesTheEarliestDeadlineAlthoughAnotherWasExtended(
            String asOf, String sentence) {
        Status status = extended("2027-02-28", asOf);

        assertThat(status.summary()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-12-01",
        "2026-12-01, 2026-12-01",
        "2026-12-02, 2027-02-28",
        "2027-02-28, 2027-02-28",
        "2027-03-01, 2029-12-01"
    })
    void theNextDeadlineIsTheEarliestThatIsStillAhead(String asOf, String deadline) {
        assertThat(extended("2027-02-28", asOf).nextDeadline()).isEqualTo(deadline);
    }

    @Test
    void theBasisSaysWhenTheLatestRevisionWasRecordedWhicheverCompletionItIsOf() {
        Status status =
                Diplomates.shortOfEverything()
                        .withCompletions(
                                recorded("a", "2025-05-01", "2026-02-01T10:00:00Z"),
                                recorded("b", "2025-05-02", "2026-03-01T10:00:00Z"),
                                recorded("c", "2025-05-03", "2026-01-01T10:00:00Z"),
                                recorded("d", "2027-05-03", "2026-02-01T10:00:00Z"))
                        .assess();

        assertThat(status.basis().completions()).isEqualTo(4);
        assertThat(status.basis().latestRecordedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(Diplomates.shortOfEverything().assess().basis().latestRecordedAt()).isNull();
    }

    @Test
    void evidenceHasTheTitleOfTheCatalogOrTheOneThatWasSent() {
        Status status =
                Diplomates.shortOfEverything()
                        .with(Offer.of("COURSE").activity())
                        .withCompletions(
                                completion("a", new Subject.Titled("Grand rounds"), "2025-05-01"),
                                completion("b", inCatalog("COURSE"), "2025-05-02"),
                                completion("c", inCatalog("NOT-KNOWN-YET"), "2025-05-03"),
                                completion("d", inCatalog("COURSE"), "2020-12-15"),
                                completion("e", new Subject.Titled("Journal club"), "2020-01-01"))
                        .assess();

        assertThat(Renewal.finding(status, "cme-total", 6).counted())
                .extracting(c -> c.completion() + " " + c.activity() + " " + c.title())
                .containsExactly(
                        "a null Grand rounds", "b COURSE Title of COURSE", "c NOT-KNOWN-YET null");
        assertThat(status.countedNowhere())
                .extracting(c -> c.completion() + " " + c.activity() + " " + c.title())
                .containsExactly("e null Journal club");
    }

    @Test
    void nearMissesAreInTheOrderOfTheirDatesWithTheOthers() {
        Activity aligned = Offer.of("ALIGNED").approved(Purpose.TRACER).activity();
        Activity other =
                new Activity(
                        new Activity.Code("OTHER"),
                        List.of(
                                Offer.of("OTHER")
                                        .approved(Purpose.TRACER, "2010-01-01", "2012-01-01")
                                        .activity()
                                        .revisions()
                                        .getFirst()));
        Diplomates.Sample sample =
                Diplomates.shortOfEverything()
                        .with(aligned, other)
                        .withCompletions(
                                completion("y", inCatalog("ALIGNED"), "2023-11-01"),
                                completion("x", inCatalog("ALIGNED"), "2023-10-01"),
                                completion("a", inCatalog("OTHER"), "2025-06-01"));
        Facts facts =
                sample.facts()
                        .withTracers(
                                List.of(
                                        new Tracer.Chosen(
                                                6,
                                                Diplomates.AUGMENTATION,
                                                LocalDate.parse("2026-09-01"),
                                                Instant.EPOCH)));
        Status status =
                new Diplomates.Sample(sample.rules(), facts, sample.asOf(), sample.knownAt())
                        .assess();

        assertThat(Renewal.finding(status, "tracer-activity", 6).notCounted())
                .extracting(left -> left.completion() + " " + left.reason())
                .containsExactly("x NEAR_MISS", "y NEAR_MISS", "a NOT_APPROVED");
    }

    /// The total lists it as over the cap, and patient safety asks for its part.
    @Test
    void aCompletionCountedNowhereHasTheReasonOfTheFirstFindingThatGivesOne() {
        Activity.Cap one = new Activity.Cap("ONE", Credits.of("1"));
        Status status =
                Diplomates.shortOfEverything()
                        .with(Offer.of("CAPPED").credits("2", null).cap(one).activity())
                        .withCompletions(
                                Diplomates.completion(
                                        "a", inCatalog("CAPPED"), "2025-05-01", "1", null),
                                Diplomates.completion(
                                        "b", inCatalog("CAPPED"), "2025-05-02", "1", null))
                        .assess();

        assertThat(Renewal.finding(status, "patient-safety", 6).notCounted())
                .extracting(left -> left.completion() + " " + left.reason())
                .containsExactly("a SPLIT_NEEDED", "b SPLIT_NEEDED");
        assertThat(status.countedNowhere())
                .extracting(left -> left.completion() + " " + left.reason())
                .containsExactly("b OVER_CAP");
    }

    private static Status extended(String until, String asOf) {
        Diplomates.Sample sample = Diplomates.shortOfEverything();
        Facts facts = sample.facts();
        List<Decision> decisions = new ArrayList<>(facts.decisions());
        decisions.add(
                new Decision(
                        TOTAL,
                        6,
                        new Decision.Extended(LocalDate.parse(until)),
                        "Illness",
                        Instant.EPOCH));
        Facts extended =
                new Facts(
                        facts.diplomate(),
                        facts.cycles(),
                        facts.pathways(),
                        facts.tracers(),
                        decisions,
                        facts.completions(),
                        facts.catalog());
        return Assessment.assess(sample.rules(), extended, LocalDate.parse(asOf), sample.knownAt());
    }

    private static Subject inCatalog(String code) {
        return new Subject.InCatalog(new Activity.Code(code));
    }

    private static Completion completion(String id, Subject subject, String on) {
        return Diplomates.completion(id, subject, on, "1", "0");
    }

    private static Completion recorded(String id, String on, String recordedAt) {
        return new Completion(
                new Completion.Id(id),
                List.of(
                        new Completion.Revision(
                                1,
                                Completion.Status.RECORDED,
                                new Subject.Titled("Course " + id),
                                LocalDate.parse(on),
                                null,
                                Credits.of("1"),
                                null,
                                Poster.PROVIDER,
                                Instant.parse(recordedAt))));
    }
}
