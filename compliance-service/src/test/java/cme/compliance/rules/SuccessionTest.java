package cme.compliance.rules;

import static cme.compliance.rules.Renewal.FIVE_YEARS;
import static cme.compliance.rules.Renewal.TEN_YEARS;
import static cme.compliance.rules.Renewal.counted;
import static cme.compliance.rules.Renewal.finding;
import static cme.compliance.rules.Renewal.nowhere;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Exclusion.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A ten-year cycle 2021-2030 and the five-year cycle 2031-2035 that follows it.
class SuccessionTest {

    private static final int DIPLOMATES = Integer.getInteger("cme.rules.diplomates", 1500);

    @Test
    void aCompletionCountsInTheCycleInWhoseYearsItLies() {
        Renewal renewal =
                new Renewal(
                        List.of(),
                        completion("last-window", "2029-12-01"),
                        completion("year-ten", "2030-12-31"),
                        completion("year-one", "2031-01-01"));

        Status former = renewal.former("2034-06-01");
        Status next = renewal.next("2034-06-01");

        assertThat(counted(former, "cme-total", 9)).containsExactly("last-window");
        assertThat(counted(next, "cme-total", 5)).containsExactly("year-one");
        assertThat(counted(next, "patient-safety", 3)).containsExactly("year-one");
        assertThat(nowhere(former)).containsExactly("year-ten OUTSIDE_WINDOW");
        assertThat(nowhere(next)).isEmpty();
        assertThat(former.basis().completions()).isEqualTo(3);
        assertThat(next.basis().completions()).isEqualTo(3);
    }

    @Test
    void theFirstCycleHasWhatWasCompletedBeforeItsYears() {
        Renewal renewal = new Renewal(List.of(), completion("early", "2020-12-02"));

        assertThat(counted(renewal.former("2023-06-01"), "cme-total", 3)).containsExactly("early");
        assertThat(counted(renewal.next("2033-06-01"), "cme-total", 5)).isEmpty();
    }

    /// The windows of due years 3 and 5 are three years long and share one.
    @Test
    void overlappingWindowsOfOneCycleBothCountACompletion() {
        Status next =
                new Renewal(
                                List.of(),
                                completion("in-both", "2033-06-01"),
                                completion("in-the-first", "2032-12-01"),
                                completion("in-the-second", "2033-12-02"))
                        .next("2035-06-01");

        assertThat(counted(next, "patient-safety", 3)).containsExactly("in-the-first", "in-both");
        assertThat(counted(next, "patient-safety", 5)).containsExactly("in-both", "in-the-second");
        assertThat(counted(next, "cme-total", 5))
                .containsExactly("in-the-first", "in-both", "in-the-second");
    }

    @Test
    void anExtensionIntoTheNextCycleUsesUpWhatItCounts() {
        Renewal renewal =
                new Renewal(
                        List.of(Renewal.totalExtendedUntil("2031-03-31")),
                        completion("last-day", "2031-03-31"),
                        completion("too-late", "2031-04-01"));

        Status former = renewal.former("2031-06-01");
        Status next = renewal.next("2031-06-01");

        assertThat(counted(former, "cme-total", 9)).containsExactly("last-day");
        assertThat(nowhere(former)).isEmpty();
        assertThat(counted(next, "cme-total", 5)).containsExactly("too-late");
        assertThat(counted(next, "patient-safety", 3)).containsExactly("last-day", "too-late");
        assertThat(finding(next, "cme-total", 5).notCounted())
                .singleElement()
                .satisfies(
                        left -> {
                            assertThat(left.completion().value()).isEqualTo("last-day");
                            assertThat(left.reason()).isEqualTo(Reason.ALREADY_USED);
                            assertThat(left.usedInDueYear()).isEqualTo(9);
                        });
    }

    @Test
    void anExtensionLeavesWhatItDidNotNeedToTheNextCycle() {
        Renewal renewal =
                new Renewal(
                        List.of(Renewal.totalExtendedUntil("2031-03-31")),
                        credits("in-time", "2028-01-01", "149"),
                        credits("last-needed", "2030-06-01", "1"),
                        credits("surplus", "2031-01-01", "5"));

        Status former = renewal.former("2031-06-01");

        assertThat(counted(former, "cme-total", 9)).containsExactly("in-time", "last-needed");
        assertThat(nowhere(former)).isEmpty();
        assertThat(counted(renewal.next("2031-06-01"), "cme-total", 5)).containsExactly("surplus");
    }

    @Test
    void theCompletionThatReachesWhatIsRequiredIsUsedUpWhole() {
        Renewal renewal =
                new Renewal(
                        List.of(Renewal.totalExtendedUntil("2031-03-31")),
                        credits("in-time", "2028-01-01", "100"),
                        credits("more", "2030-06-01", "49"),
                        credits("crossing", "2031-01-01", "5"),
                        credits("surplus", "2031-01-02", "5"));

        Status former = renewal.former("2031-06-01");

        assertThat(counted(former, "cme-total", 9)).containsExactly("in-time", "more", "crossing");
        assertThat(counted(renewal.next("2031-06-01"), "cme-total", 5)).containsExactly("surplus");
    }

    /// Surplus of the cycle itself belongs to nobody else.
    @Test
    void surplusBeforeTheNextCycleStaysInTheExtendedWindow() {
        Renewal renewal =
                new Renewal(
                        List.of(Renewal.totalExtendedUntil("2031-03-31")),
                        credits("in-time", "2028-01-01", "150"),
                        credits("surplus", "2030-12-31", "5"));

        assertThat(counted(renewal.former("2031-06-01"), "cme-total", 9))
                .containsExactly("in-time", "surplus");
    }

    @Test
    void anExtensionThatIsNotKnownYetKeepsNothing() {
        Decision later =
                Renewal.totalExtendedUntil("2031-03-31", Instant.parse("2031-02-01T00:00:00Z"));
        Renewal renewal = new Renewal(List.of(later), completion("in-january", "2031-01-10"));

        Instant before = Instant.parse("2031-01-31T00:00:00Z");
        LocalDate asOf = LocalDate.parse("2031-01-31");

        assertThat(
                        counted(
                                Assessment.assess(FIVE_YEARS, renewal.nextFacts(), asOf, before),
                                "cme-total",
                                5))
                .containsExactly("in-january");
        assertThat(
                        counted(
                                Assessment.assess(TEN_YEARS, renewal.formerFacts(), asOf, before),
                                "cme-total",
                                9))
                .isEmpty();
    }

    /// The tracer procedure of the sixth year was done late, three years before the activity.
    @Test
    void anActivityOfTheNextCycleIsANearMissOnlyWhereAnExtensionReachesIt() {
        Decision waived = Renewal.onTotal(new Decision.Waived(), Instant.EPOCH);
        Decision later =
                Renewal.totalExtendedUntil("2031-03-31", Instant.parse("2031-07-01T00:00:00Z"));

        assertThat(nearMisses(Renewal.totalExtendedUntil("2031-01-10"))).containsExactly("aligned");
        assertThat(nearMisses(Renewal.totalExtendedUntil("2031-01-09"))).isEmpty();
        assertThat(nearMisses(waived)).isEmpty();
        assertThat(nearMisses(later)).isEmpty();
        assertThat(nearMisses()).isEmpty();
    }

    private static List<String> nearMisses(Decision... decisions) {
        Activity activity =
                Diplomates.activity(
                        "ALIGNED",
                        null,
                        null,
                        Activity.OncePer.DATE,
                        null,
                        Diplomates.approval(Activity.Purpose.TRACER));
        Completion aligned =
                Diplomates.completion(
                        "aligned", new Subject.InCatalog(activity.code()), "2031-01-10", "1", null);
        Tracer tracer =
                new Tracer.Chosen(
                        6, Diplomates.AUGMENTATION, LocalDate.parse("2028-01-10"), Instant.EPOCH);
        Renewal renewal = new Renewal(List.of(decisions), aligned);
        Status former =
                new Diplomates.Sample(
                                TEN_YEARS,
                                renewal.formerFacts().withTracers(List.of(tracer)),
                                LocalDate.parse("2031-06-01"),
                                Instant.parse("2031-06-01T00:00:00Z"))
                        .with(activity)
                        .assess();
        return finding(former, "tracer-activity", 6).notCounted().stream()
                .map(left -> left.completion().value())
                .toList();
    }

    @Test
    void theAnswerChangesWhenTheNextCycleBegins() {
        Renewal renewal = new Renewal(List.of());

        assertThat(renewal.former("2030-12-31").nextChangeOn()).isEqualTo("2031-01-01");
        assertThat(renewal.former("2029-12-31").nextChangeOn()).isEqualTo("2030-01-01");
        assertThat(renewal.former("2031-01-01").nextChangeOn()).isNull();
        assertThat(renewal.former("2029-06-01").nextChangeOn()).isBefore("2030-01-01");
    }

    @Test
    void supposedCompletionsBelongToTheirCycleToo() {
        Renewal renewal = new Renewal(List.of());
        WhatIf supposed =
                WhatIf.suppose(
                        FIVE_YEARS,
                        renewal.nextFacts(),
                        LocalDate.parse("2031-06-01"),
                        Instant.MAX,
                        new WhatIf.Supposed(
                                List.of(supposed("2030-12-31"), supposed("2031-01-01")),
                                List.of()));

        assertThat(counted(supposed.status(), "cme-total", 5)).containsExactly("what-if-0002");
    }

    /// No completion counts for one requirement in both cycles, whatever was decided.
    @Test
    void noCompletionCountsInBothCycles() {
        LongStream.range(0, DIPLOMATES).mapToObj(RandomDiplomate::of).forEach(this::countsOnce);
    }

    private void countsOnce(RandomDiplomate diplomate) {
        Facts facts = diplomate.facts();
        Cycle cycle = facts.cycleKnownAt(diplomate.knownAt()).orElseThrow();
        int next = cycle.calendarYear(diplomate.rules().cycleYears()) + 1;
        Facts formerFacts =
                facts(
                        facts,
                        List.of(cycle),
                        facts.decisions(),
                        new Succession(null, LocalDate.of(next, 1, 1)));
        Facts nextFacts =
                facts(
                        facts,
                        List.of(
                                new Cycle(
                                        FIVE_YEARS.id(), next, cycle.certifiedOn(), Instant.EPOCH)),
                        List.of(),
                        new Succession(
                                new Succession.Former(diplomate.rules(), formerFacts), null));
        LocalDate asOf = diplomate.asOf().plusYears(5);

        Set<String> former =
                countedByRequirement(
                        Assessment.assess(
                                diplomate.rules(), formerFacts, asOf, diplomate.knownAt()));
        Set<String> later =
                countedByRequirement(
                        Assessment.assess(FIVE_YEARS, nextFacts, asOf, diplomate.knownAt()));

        later.retainAll(former);
        assertThat(later).isEmpty();
    }

    private static Set<String> countedByRequirement(Status status) {
        Set<String> counted = new HashSet<>();
        for (Finding finding : status.findings()) {
            finding.counted()
                    .forEach(c -> counted.add(finding.requirement() + " " + c.completion()));
        }
        return counted;
    }

    private static Facts facts(
            Facts facts, List<Cycle> cycles, List<Decision> decisions, Succession succession) {
        return new Facts(
                facts.diplomate(),
                cycles,
                facts.pathways(),
                facts.tracers(),
                decisions,
                facts.completions(),
                facts.catalog(),
                succession);
    }

    private static Completion completion(String id, String on) {
        return Diplomates.completion(id, new Subject.Titled("Course " + id), on, "10", "5");
    }

    private static Completion credits(String id, String on, String credits) {
        return Diplomates.completion(id, new Subject.Titled("Course " + id), on, credits, "0");
    }

    private static WhatIf.SupposedCompletion supposed(String on) {
        return new WhatIf.SupposedCompletion(
                new Subject.Titled("Course"), LocalDate.parse(on), null, Credits.of("1"), null);
    }
}
