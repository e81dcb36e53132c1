package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Exclusion.Reason;
import cme.compliance.rules.Finding.Missing;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.StatusChange.FindingChange;
import cme.compliance.rules.WhatIf.SupposedCompletion;
import cme.compliance.rules.WhatIf.SupposedTracer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final Requirement.Id TOTAL = new Requirement.Id("cme-total");
    private static final Requirement.Id TRACER = new Requirement.Id("tracer-activity");

    private final Diplomates.Sample sample = Diplomates.shortOfTwoCredits();

    @Test
    void aSupposedCourseShowsWhatItWouldChange() {
        WhatIf whatIf = suppose(List.of(course("2026-11-20", "2")), List.of());

        assertThat(whatIf.changes())
                .isEqualTo(
                        new StatusChange(
                                Standing.DUE_SOON,
                                Standing.ON_TRACK,
                                List.of(
                                        new FindingChange(
                                                sample.assess().cycle().startYear(),
                                                new Finding.Key(TOTAL, 6),
                                                State.DUE_SOON,
                                                State.MET,
                                                Amount.of(Credits.of("148")),
                                                Amount.of(Credits.of("150"))))));
        assertThat(whatIf.changes().any()).isTrue();
        assertThat(whatIf.status().basis()).isEqualTo(sample.assess().basis());
    }

    @Test
    void aSupposedDecisionTakesThePlaceOfTheRecordedOne() {
        Decision extended = decision(new Decision.Extended(LocalDate.parse("2027-03-01")));
        Decision waived = decision(new Decision.Waived());

        assertThat(supposing(waived, extended).changes().findings())
                .extracting(FindingChange::finding, FindingChange::stateAfter)
                .containsExactly(tuple(new Finding.Key(TOTAL, 6), State.WAIVED));
        Status otherwise = supposing(extended, waived).status();
        assertThat(Renewal.finding(otherwise, "cme-total", 6).deadline()).isEqualTo("2027-03-01");
    }

    private WhatIf supposing(Decision supposed, Decision recorded) {
        return WhatIf.suppose(
                sample.rules(),
                sample.facts().withDecisions(List.of(recorded)),
                sample.asOf(),
                sample.knownAt(),
                new WhatIf.Supposed(List.of(), List.of(), List.of(), List.of(supposed)));
    }

    private Decision decision(Decision.Ruling ruling) {
        return new Decision(TOTAL, 6, ruling, null, sample.knownAt());
    }

    @Test
    void aSupposedPathwayBringsItsRequirements() {
        Pathway.Span pause =
                new Pathway.Span(
                        Pathway.SPECIAL_CIRCUMSTANCES,
                        LocalDate.parse("2026-01-01"),
                        null,
                        sample.knownAt());
        WhatIf whatIf =
                WhatIf.suppose(
                        sample.rules(),
                        sample.facts(),
                        sample.asOf(),
                        sample.knownAt(),
                        new WhatIf.Supposed(List.of(), List.of(), List.of(pause), List.of()));

        assertThat(whatIf.status().pathway()).isEqualTo(Pathway.SPECIAL_CIRCUMSTANCES);
        assertThat(whatIf.status().findings())
                .extracting(Finding::requirement)
                .contains(new Requirement.Id("patient-safety-activity"));
    }

    @Test
    void aCourseStillToBeDoneIsLookedAt() {
        WhatIf whatIf = suppose(List.of(course("2026-11-30", "2")), List.of());

        assertThat(whatIf.status().standing()).isEqualTo(Standing.ON_TRACK);
    }

    @Test
    void aCourseAfterTheDeadlineChangesTheNextWindowOnly() {
        WhatIf whatIf = suppose(List.of(course("2026-12-02", "2")), List.of());

        assertThat(whatIf.changes().findings())
                .extracting(FindingChange::finding)
                .containsExactly(new Finding.Key(TOTAL, 9));
        assertThat(whatIf.changes().any()).as("earned differs, no state does").isFalse();
    }

    @Test
    void supposingAKnownCompletionChangesNothing() {
        WhatIf whatIf =
                suppose(
                        List.of(
                                new SupposedCompletion(
                                        new Subject.Titled("Meeting"),
                                        LocalDate.parse("2025-05-01"),
                                        null,
                                        Credits.of("150"),
                                        null)),
                        List.of());

        assertThat(whatIf.changes().findings()).isEmpty();
        assertThat(whatIf.status().countedNowhere())
                .extracting(Evidence.NotCounted::reason)
                .containsExactly(Reason.DUPLICATE);
    }

    @Test
    void aSupposedTracerTakesThePlaceOfTheRecordedOne() {
        ProcedureCode faceLift = new ProcedureCode("FACE_LIFT");
        WhatIf whatIf = suppose(List.of(), List.of(new SupposedTracer(6, faceLift, null)));

        assertThat(whatIf.status().findings())
                .filteredOn(finding -> finding.requirement().equals(TRACER))
                .filteredOn(finding -> finding.dueYear() == 6)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.earned().isZero()).isTrue();
                            assertThat(finding.missing()).containsExactly(Missing.ALIGNED_ACTIVITY);
                        });
        assertThat(whatIf.changes().after()).isEqualTo(Standing.DUE_SOON);
    }

    /// Also when both are of one instant; those of other due years stay.
    @Test
    void aSupposedTracerReplacesThoseOfItsDueYearAlone() {
        ProcedureCode rhinoplasty = new ProcedureCode("RHINOPLASTY");
        List<Tracer> recorded =
                List.of(
                        new Tracer.Chosen(3, rhinoplasty, null, sample.knownAt()),
                        new Tracer.Chosen(6, rhinoplasty, null, sample.knownAt()));

        WhatIf whatIf =
                WhatIf.suppose(
                        sample.rules(),
                        sample.facts().withTracers(recorded),
                        sample.asOf(),
                        sample.knownAt(),
                        new WhatIf.Supposed(
                                List.of(),
                                List.of(new SupposedTracer(6, Diplomates.AUGMENTATION, null))));

        assertThat(whatIf.status().findings())
                .filteredOn(finding -> finding.requirement().equals(TRACER))
                .extracting(Finding::procedure)
                .containsExactly(rhinoplasty, Diplomates.AUGMENTATION);
    }

    @Test
    void withoutAStatusBeforeEverythingIsNew() {
        StatusChange change = StatusChange.between((Status) null, sample.assess());

        assertThat(change.before()).isNull();
        assertThat(change.any()).isTrue();
        assertThat(change.findings())
                .hasSameSizeAs(sample.assess().findings())
                .allMatch(finding -> finding.stateBefore() == null);
    }

    @Test
    void aFindingThatIsGoneIsAChange() {
        StatusChange.Snapshot before = StatusChange.Snapshot.of(sample.assess());
        StatusChange.Snapshot after =
                new StatusChange.Snapshot(
                        before.standing(),
                        before.cycleStartYear(),
                        before.findings().subList(1, 8));

        assertThat(StatusChange.between(before, after).findings())
                .singleElement()
                .satisfies(gone -> assertThat(gone.stateAfter()).isNull());
    }

    @Test
    void findingsOfTwoCyclesAreNotTheSame() {
        StatusChange.Snapshot before = StatusChange.Snapshot.of(sample.assess());
        int next = before.cycleStartYear() + 10;
        StatusChange change =
                StatusChange.between(
                        before,
                        new StatusChange.Snapshot(before.standing(), next, before.findings()));

        assertThat(change.any()).isTrue();
        assertThat(change.findings())
                .hasSize(2 * before.findings().size())
                .allMatch(
                        finding ->
                                finding.cycleStartYear() == next
                                        ? finding.stateBefore() == null
                                        : finding.stateAfter() == null);
    }

    private static SupposedCompletion course(String on, String credits) {
        return new SupposedCompletion(
                new Subject.Titled("Course"),
                LocalDate.parse(on),
                null,
                Credits.of(credits),
                Credits.ZERO);
    }

    private WhatIf suppose(List<SupposedCompletion> completions, List<SupposedTracer> tracers) {
        return WhatIf.suppose(
                sample.rules(),
                sample.facts(),
                sample.asOf(),
                sample.knownAt(),
                new WhatIf.Supposed(completions, tracers));
    }
}
