package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Completion.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Why an activity with several approvals does or does not serve a tracer. It was completed on
/// 2025-05-01.
class TracerReasonsTest {

    private static final Approval IN_FORCE = tracer(Diplomates.AUGMENTATION, null);
    private static final Approval LAPSED = tracer(Diplomates.AUGMENTATION, "2025-04-30");
    private static final Approval OTHER = tracer(new ProcedureCode("FACE_LIFT"), null);
    private static final Approval LEARNING = Diplomates.approval(Purpose.LIFELONG_LEARNING);

    @Test
    void anApprovalInForceIsEnough() {
        for (Approval other : List.of(LAPSED, OTHER, LEARNING)) {
            assertThat(counted(other, IN_FORCE)).containsExactly("a");
            assertThat(counted(IN_FORCE, other)).containsExactly("a");
        }
    }

    @Test
    void aLapsedApprovalMattersMoreThanOneForAnotherProcedure() {
        assertThat(reasons(LAPSED, OTHER)).containsExactly("a NOT_APPROVED");
        assertThat(reasons(OTHER, LAPSED)).containsExactly("a NOT_APPROVED");
        assertThat(reasons(OTHER, OTHER)).containsExactly("a NOT_ALIGNED");
        assertThat(reasons(LEARNING, OTHER)).containsExactly("a NOT_ALIGNED");
    }

    @Test
    void whatIsApprovedForNoTracerIsNotExpectedThere() {
        assertThat(reasons(LEARNING)).isEmpty();
        assertThat(reasons()).isEmpty();
        assertThat(counted(LEARNING)).isEmpty();
    }

    @Test
    void oneServesTheTracerAndASecondStaysFree() {
        Finding finding =
                finding(sample(IN_FORCE).withCompletions(completion("b", "2025-05-02")).assess());

        assertThat(finding.counted()).hasSize(1);
        assertThat(finding.notCounted()).isEmpty();
        assertThat(finding.earned()).isEqualTo(Amount.activities(1));
    }

    @Test
    void aDuplicateIsADuplicateAlthoughItIsNotAlignedEither() {
        Finding finding =
                finding(sample(OTHER).withCompletions(completion("b", "2025-05-01")).assess());

        assertThat(reasons(finding)).containsExactly("a NOT_ALIGNED", "b DUPLICATE");
    }

    /// Another tracer used it up, and this one could not have used it.
    @Test
    void whatServedAnotherTracerIsNotAlignedWhereTheProcedureIsAnother() {
        ProcedureCode faceLift = new ProcedureCode("FACE_LIFT");
        Decision extended =
                new Decision(
                        new Requirement.Id("tracer-activity"),
                        3,
                        new Decision.Extended(LocalDate.parse("2026-12-31")),
                        "Illness",
                        Instant.EPOCH);
        Diplomates.Sample sample =
                sample(IN_FORCE).having(facts -> facts.withDecisions(List.of(extended)));

        assertThat(reasons(finding(tracers(sample, Diplomates.AUGMENTATION, faceLift).assess())))
                .containsExactly("a NOT_ALIGNED");
        assertThat(
                        reasons(
                                finding(
                                        tracers(
                                                        sample,
                                                        Diplomates.AUGMENTATION,
                                                        Diplomates.AUGMENTATION)
                                                .assess())))
                .containsExactly("a ALREADY_USED");
    }

    private static Diplomates.Sample tracers(
            Diplomates.Sample sample, ProcedureCode yearThree, ProcedureCode yearSix) {
        return sample.having(
                facts ->
                        facts.withTracers(
                                List.of(
                                        new Tracer.Chosen(3, yearThree, null, Instant.EPOCH),
                                        new Tracer.Chosen(6, yearSix, null, Instant.EPOCH))));
    }

    private static Approval tracer(ProcedureCode procedure, @Nullable String until) {
        return new Approval(
                Purpose.TRACER,
                Set.of(procedure),
                LocalDate.parse("2020-01-01"),
                until == null ? null : LocalDate.parse(until));
    }

    private static List<String> counted(Approval... approvals) {
        return finding(sample(approvals).assess()).counted().stream()
                .map(c -> c.completion().value())
                .toList();
    }

    private static List<String> reasons(Approval... approvals) {
        return reasons(finding(sample(approvals).assess()));
    }

    private static List<String> reasons(Finding finding) {
        return finding.notCounted().stream().map(c -> c.completion() + " " + c.reason()).toList();
    }

    private static Finding finding(Status status) {
        return Renewal.finding(status, "tracer-activity", 6);
    }

    private static Diplomates.Sample sample(Approval... approvals) {
        return Diplomates.shortOfEverything()
                .with(Diplomates.activity("COURSE", "2", "0", OncePer.DATE, null, approvals))
                .withCompletions(completion("a", "2025-05-01"));
    }

    private static Completion completion(String id, String on) {
        return Diplomates.completion(
                id, new Subject.InCatalog(new Activity.Code("COURSE")), on, "2", "0");
    }
}
