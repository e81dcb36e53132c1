package cme.portal.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.credit.Completion;
import cme.portal.page.Differing;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.services.Answers;
import cme.portal.services.Paged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final Completion.Proposal PROPOSAL =
            Answers.read("credit/correction-proposal.json", Completion.Proposal.class);
    private static final CorrectionPage.Visit BOARD =
            new CorrectionPage.Visit(true, "", null, null, null);
    private static final CorrectionPage.Visit SOCIETY =
            new CorrectionPage.Visit(false, "", null, null, null);

    private static Completion completion(int revision, String status) {
        return new Completion(
                PROPOSAL.completion(),
                revision,
                status,
                "020066",
                "ASPS-ANNUAL-2021",
                null,
                LocalDate.of(2021, 10, 12),
                null,
                new BigDecimal("33.0"),
                new BigDecimal("6.5"),
                null,
                "ASPS",
                "PROVIDER",
                "ASPS-ANNUAL-2021-0028",
                null,
                Instant.EPOCH,
                "board",
                "Left before the last session");
    }

    private static Completion.Proposal proposal(
            String state, Completion.Correction correction, @Nullable String reason) {
        return new Completion.Proposal(
                PROPOSAL.id(),
                PROPOSAL.completion(),
                2,
                state,
                "ASPS",
                correction,
                PROPOSAL.proposedAt(),
                state.equals("PROPOSED") ? null : Instant.parse("2026-11-29T20:00:00Z"),
                reason);
    }

    private static CorrectionPage page(
            Completion.Proposal proposal, Completion completion, CorrectionPage.Visit visit) {
        return CorrectionPage.of(
                new CorrectionPage.Known(
                        proposal, "\"1\"", completion, "Plastic Surgery The Meeting", true, "p2"),
                visit,
                AMERICAN);
    }

    private static CorrectionPage.Visit after(String done) {
        return new CorrectionPage.Visit(true, "", null, null, done);
    }

    @Test
    void whatIsRecordedStandsBesideWhatIsProposedWithTheDifferenceMarked() {
        CorrectionPage page = page(PROPOSAL, completion(2, "RECORDED"), BOARD);
        assertThat(page.title()).isEqualTo("Plastic Surgery The Meeting");
        assertThat(page.about().replace('\u202f', ' '))
                .isEqualTo("ASPS proposed it Nov 29, 2026, 2:43 PM ET.");
        assertThat(page.reason()).isEqualTo("The attendance list has the whole day");
        assertThat(page.state()).isEqualTo("Waits for the board");
        assertThat(page.look()).isEqualTo(Look.DECISION_NEEDED);
        assertThat(page.compared())
                .extracting(
                        CorrectionPage.Compared::label,
                        CorrectionPage.Compared::recorded,
                        CorrectionPage.Compared::proposed,
                        CorrectionPage.Compared::same)
                .containsExactly(
                        same("Diplomate", "020066"),
                        same("Activity", "ASPS-ANNUAL-2021"),
                        same("Completed on", "October 12, 2021"),
                        tuple(
                                "Credits",
                                new Differing("33", "", ""),
                                new Differing("33", ".50", ""),
                                false),
                        same("of them patient safety", "6.50"));
        assertThat(page.decision()).isEqualTo(new CorrectionPage.Decision("\"1\"", true, "", null));
        assertThat(page.next()).isEqualTo("/corrections/p2");
    }

    private static Tuple same(String label, String value) {
        return tuple(label, new Differing(value, "", ""), new Differing(value, "", ""), true);
    }

    @Test
    void anotherPersonAndAWithdrawnCompletionAreChangesToo() {
        var correction =
                new Completion.Correction(
                        "Somebody else",
                        null,
                        null,
                        "1574659987",
                        "Mensah",
                        null,
                        null,
                        "Grand rounds",
                        LocalDate.of(2021, 10, 12),
                        "Morning",
                        new BigDecimal("33"),
                        null,
                        "AMA_PRA_1",
                        null);
        CorrectionPage page =
                page(proposal("PROPOSED", correction, null), completion(2, "WITHDRAWN"), BOARD);
        assertThat(page.title()).isEqualTo("Grand rounds");
        assertThat(page.compared())
                .filteredOn(one -> !one.same())
                .extracting(
                        CorrectionPage.Compared::label,
                        one -> text(one.recorded()),
                        one -> text(one.proposed()))
                .containsExactly(
                        tuple("State", "Withdrawn", "Recorded again"),
                        tuple("Diplomate", "020066", "NPI 1574659987, Mensah"),
                        tuple("Activity", "ASPS-ANNUAL-2021", "–"),
                        tuple("Title", "–", "Grand rounds"),
                        tuple("Session", "–", "Morning"),
                        tuple("of them patient safety", "6.50", "not reported"),
                        tuple("Category", "–", "AMA_PRA_1"));
    }

    private static String text(Differing value) {
        return value.before() + value.marked() + value.after();
    }

    @Test
    void whatHasChangedSinceCanOnlyBeDeclined() {
        CorrectionPage page = page(PROPOSAL, completion(3, "RECORDED"), BOARD);
        assertThat(page.outdated())
                .isEqualTo(
                        "What is recorded has changed since this was proposed, so it cannot be"
                                + " accepted as it is. Correct the completion yourself, or decline.");
        assertThat(page.decision().mayAccept()).isFalse();
    }

    @Test
    void aSocietyReadsItAndDecidesNothing() {
        CorrectionPage page = page(PROPOSAL, completion(2, "RECORDED"), SOCIETY);
        assertThat(page.decision()).isNull();
        assertThat(page.undo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, Accepted by the board, MET",
        "REJECTED, Declined by the board, NOT_MET",
        "SUPERSEDED, Replaced by a later one, UPCOMING"
    })
    void aDecidedOneSaysWhatBecameOfIt(String state, String word, Look look) {
        CorrectionPage page =
                page(
                        proposal(state, PROPOSAL.correction(), "Compared with the list"),
                        completion(3, "RECORDED"),
                        BOARD);
        assertThat(page.state()).isEqualTo(word);
        assertThat(page.look()).isEqualTo(look);
        assertThat(page.decided().replace('\u202f', ' '))
                .isEqualTo("Nov 29, 2026, 3:00 PM ET: Compared with the list");
        assertThat(page.decision()).isNull();
        assertThat(page.outdated()).isNull();
    }

    @Test
    void whatWasAcceptedCanBeTakenBackWhileNothingElseHappened() {
        Completion.Proposal accepted = proposal("ACCEPTED", PROPOSAL.correction(), "Compared");
        CorrectionPage page = page(accepted, completion(3, "RECORDED"), after("accepted"));
        assertThat(page.done()).isEqualTo("The correction is recorded, and counts.");
        assertThat(page.undo())
                .isEqualTo("/completions/" + PROPOSAL.completion() + "/take-back?revision=3");
        assertThat(page(accepted, completion(4, "RECORDED"), after("accepted")).undo()).isNull();
        assertThat(page(accepted, completion(3, "RECORDED"), BOARD).undo()).isNull();
    }

    @Test
    void whatWasDeclinedIsSaidAndOtherWordsAreNot() {
        Completion.Proposal declined = proposal("REJECTED", PROPOSAL.correction(), "No");
        CorrectionPage page = page(declined, completion(2, "RECORDED"), after("declined"));
        assertThat(page.done())
                .isEqualTo("The correction is declined. Its society sees that, and why.");
        assertThat(page.undo()).isNull();
        assertThat(page(declined, completion(2, "RECORDED"), after("anything")).done()).isNull();
    }

    @Test
    void aRefusedDecisionKeepsWhatWasTyped() {
        var visit = new CorrectionPage.Visit(true, "Because", null, "It was decided before.", null);
        CorrectionPage page = page(PROPOSAL, completion(2, "RECORDED"), visit);
        assertThat(page.problem()).isEqualTo("It was decided before.");
        assertThat(page.decision().reason()).isEqualTo("Because");
        var noReason =
                new CorrectionPage.Visit(true, "", "Say why; its society reads it.", null, null);
        assertThat(page(PROPOSAL, completion(2, "RECORDED"), noReason).decision().error())
                .isEqualTo("Say why; its society reads it.");
    }

    @Test
    void theListShowsThoseThatWaitFirst() {
        CorrectionsPage page = CorrectionsPage.of(one("PROPOSED"), null, true, AMERICAN);
        assertThat(page.headline()).isEqualTo("1 correction waits.");
        assertThat(page.choices())
                .containsExactly(
                        new CorrectionsPage.Choice("Waits for the board", "/corrections", true),
                        new CorrectionsPage.Choice(
                                "Accepted by the board", "/corrections?state=ACCEPTED", false),
                        new CorrectionsPage.Choice(
                                "Declined by the board", "/corrections?state=REJECTED", false),
                        new CorrectionsPage.Choice(
                                "Replaced by a later one", "/corrections?state=SUPERSEDED", false),
                        new CorrectionsPage.Choice("All", "/corrections?state=ALL", false));
        assertThat(page.rows())
                .containsExactly(
                        new CorrectionsPage.Row(
                                "/corrections/" + PROPOSAL.id(),
                                "ASPS-ANNUAL-2021, Oct 12, 2021",
                                "33.50",
                                "The attendance list has the whole day",
                                "ASPS, Nov 29, 2026",
                                Look.DECISION_NEEDED,
                                "Waits for the board"));
        assertThat(CorrectionsPage.asked(null)).isEqualTo("PROPOSED");
        assertThat(CorrectionsPage.asked("ALL")).isNull();
        assertThat(CorrectionsPage.asked("REJECTED")).isEqualTo("REJECTED");
    }

    private static Paged<Completion.Proposal> one(String state) {
        return new Paged<>(List.of(proposal(state, PROPOSAL.correction(), null)), null);
    }

    @Test
    void nothingAndMoreThanAPageHoldsAreSaid() {
        CorrectionsPage none =
                CorrectionsPage.of(new Paged<>(List.of(), null), null, true, AMERICAN);
        assertThat(none.headline()).isEqualTo("Nothing waits.");
        assertThat(none.whenEmpty()).isEqualTo("No correction waits.");
        CorrectionsPage many =
                CorrectionsPage.of(
                        new Paged<>(Collections.nCopies(50, PROPOSAL), "c2"), null, true, AMERICAN);
        assertThat(many.headline()).isEqualTo("More than 50 corrections wait.");
        assertThat(many.next()).isEqualTo("/corrections?cursor=c2");
        CorrectionsPage accepted =
                CorrectionsPage.of(
                        new Paged<>(Collections.nCopies(50, PROPOSAL), "c2"),
                        "ACCEPTED",
                        false,
                        AMERICAN);
        assertThat(accepted.headline()).isEqualTo("Proposed corrections");
        assertThat(accepted.next()).isEqualTo("/corrections?state=ACCEPTED&cursor=c2");
    }
}
