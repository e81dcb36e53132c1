package cme.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.catalog.activity.Activity.Approved;
import cme.catalog.activity.Activity.Proposed;
import cme.catalog.activity.Activity.Retired;
import cme.catalog.activity.Activity.Retirement;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Approval.Span;
import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Moves.Move;
import cme.catalog.provider.ProviderCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final Description COURSE =
            new Draft(
                            "A course",
                            new ProviderCode("ASPS"),
                            ActivityType.COURSE,
                            null,
                            Credits.of(new BigDecimal("2.50")),
                            null,
                            null,
                            null,
                            null,
                            null,
                            LocalDate.parse("2024-01-01"),
                            null,
                            null)
                    .description(false);
    private static final Proposed PROPOSED = new Proposed(new ActivityCode("A-1"), COURSE);
    private static final Approval SAFETY = safety(1, "2026-01-01", "2026-12-31");
    private static final Retirement RETIREMENT =
            new Retirement(LocalDate.parse("2026-06-30"), "Replaced");

    private static Approval safety(int id, String from, String until) {
        return new Approval(
                new UUID(0, id),
                Purpose.PATIENT_SAFETY,
                List.of(),
                new Span(LocalDate.parse(from), LocalDate.parse(until)));
    }

    private static Activity made(Move move) {
        assertThat(move).isInstanceOf(Move.Made.class);
        return ((Move.Made) move).activity();
    }

    private static String refused(Move move) {
        assertThat(move).isInstanceOf(Move.Refused.class);
        return ((Move.Refused) move).slug();
    }

    @Test
    void approvalsMakeItApprovedAndTheLastOneWithdrawnMakesItProposed() {
        var approved = made(Moves.approve(PROPOSED, SAFETY));

        assertThat(approved).isInstanceOf(Approved.class);
        assertThat(made(Moves.withdrawApproval(approved, SAFETY.id()))).isEqualTo(PROPOSED);
    }

    @Test
    void theOrderInWhichApprovalsAreGivenDoesNotMatter() {
        var later = safety(2, "2027-01-01", "2027-12-31");

        assertThat(made(Moves.approve(made(Moves.approve(PROPOSED, SAFETY)), later)))
                .isEqualTo(made(Moves.approve(made(Moves.approve(PROPOSED, later)), SAFETY)));
    }

    @Test
    void theSameApprovalAgainIsNothing() {
        var approved = made(Moves.approve(PROPOSED, SAFETY));
        var same = safety(7, "2026-01-01", "2026-12-31");

        assertThat(Moves.approve(approved, same)).isEqualTo(new Move.Nothing());
    }

    @Test
    void anApprovalIsChangedById() {
        var approved = made(Moves.approve(PROPOSED, SAFETY));
        var ended = safety(1, "2026-01-01", "2026-03-31");

        assertThat(made(Moves.changeApproval(approved, ended)).approvals()).containsExactly(ended);
        assertThat(Moves.changeApproval(approved, SAFETY)).isEqualTo(new Move.Nothing());
        assertThat(Moves.changeApproval(PROPOSED, SAFETY)).isInstanceOf(Move.Missing.class);
        assertThat(Moves.withdrawApproval(PROPOSED, SAFETY.id())).isInstanceOf(Move.Missing.class);
    }

    @Test
    void moreApprovalsThanTheLimitAreRefused() {
        Activity activity = PROPOSED;
        for (int i = 0; i < Activity.MAX_APPROVALS; i++) {
            var day = LocalDate.parse("2026-01-01").plusDays(i).toString();
            activity = made(Moves.approve(activity, safety(i, day, day)));
        }

        assertThat(refused(Moves.approve(activity, SAFETY))).isEqualTo("too-many-approvals");
    }

    @Test
    void aRetiredActivityIsOfferedUntilThatDay() {
        var retired = made(Moves.retire(PROPOSED, RETIREMENT));

        assertThat(retired).isInstanceOf(Retired.class);
        assertThat(retired.description().offeredUntil()).isEqualTo("2026-06-30");
        assertThat(Moves.retire(retired, RETIREMENT)).isEqualTo(new Move.Nothing());
        assertThat(made(Moves.reinstate(retired))).isEqualTo(PROPOSED);
        assertThat(Moves.reinstate(PROPOSED)).isEqualTo(new Move.Nothing());
    }

    @Test
    void aRetirementDoesNotProlongTheOffer() {
        var ending = Draft.of(COURSE);
        var description =
                new Draft(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                LocalDate.parse("2025-12-31"),
                                null)
                        .orElse(ending)
                        .description(false);

        var retired = made(Moves.retire(PROPOSED.describedAs(description), RETIREMENT));

        assertThat(retired.description().offeredUntil()).isEqualTo("2025-12-31");
    }

    @Test
    void aRetiredActivityIsNotDescribedAnewButApproved() {
        var retired = made(Moves.retire(PROPOSED, RETIREMENT));

        assertThat(refused(Moves.describe(retired, COURSE.withCap(cap()))))
                .isEqualTo("activity-retired");
        assertThat(Moves.describe(retired, retired.description())).isEqualTo(new Move.Nothing());
        assertThat(made(Moves.approve(retired, SAFETY)).approvals()).containsExactly(SAFETY);
        assertThat(refused(Moves.approve(retired, safety(2, "2026-07-01", "2026-12-31"))))
                .isEqualTo("approval-after-retirement");
        assertThat(
                        refused(
                                Moves.retire(
                                        PROPOSED,
                                        new Retirement(LocalDate.parse("2023-12-31"), "x"))))
                .isEqualTo("retired-before-offered");
    }

    private static Cap cap() {
        return new Cap("GROUP", new Credits(40));
    }

    @Test
    void illegalStatesCannotBeMade() {
        assertThatThrownBy(() -> new Approved(PROPOSED.code(), COURSE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Approval(
                                        new UUID(0, 1), Purpose.TRACER, List.of(), SAFETY.span()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> safety(1, "2026-01-02", "2026-01-01"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cap("GROUP", new Credits(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
