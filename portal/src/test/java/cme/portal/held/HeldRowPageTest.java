package cme.portal.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.credit.Completion;
import cme.portal.credit.HeldRow;
import cme.portal.credit.Identity;
import cme.portal.page.Differing;
import cme.portal.page.Formats;
import cme.portal.services.Answers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldRowPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final HeldRow.Detail DIFFERS = row("identity-differs");
    private static final HeldRow.Detail NO_MATCH = row("no-match");
    private static final Identity VAN_DER_BERG =
            new Identity(
                    "020082",
                    "1843332481",
                    "Björn",
                    "van der Berg",
                    "08-20",
                    null,
                    null,
                    1,
                    Instant.EPOCH,
                    null);
    private static final HeldRowPage.Asked NOTHING = asked("", List.of());

    private static HeldRow.Detail row(String file) {
        return Answers.read("credit/held-row-" + file + ".json", HeldRow.Detail.class);
    }

    private static HeldRowPage.Asked asked(String q, List<Identity> found) {
        return new HeldRowPage.Asked(
                q, found, null, "/held/before", "/held/next", "", false, null, null);
    }

    private static HeldRow.Detail closed(
            String state, @Nullable String completion, @Nullable String reason) {
        return new HeldRow.Detail(
                NO_MATCH.id(),
                NO_MATCH.reason(),
                NO_MATCH.poster(),
                NO_MATCH.provider(),
                NO_MATCH.roster(),
                NO_MATCH.heldAt(),
                NO_MATCH.content(),
                null,
                state,
                completion,
                Instant.parse("2026-11-29T20:00:00Z"),
                reason,
                List.of(),
                null);
    }

    @Test
    void whatWasPostedStandsBesideWhomItCouldMeanWithWhatDiffersMarked() {
        HeldRowPage page = HeldRowPage.of(DIFFERS, List.of(VAN_DER_BERG), NOTHING, AMERICAN);
        assertThat(page.title()).isEqualTo("Somebody-Else");
        assertThat(page.reason()).isEqualTo("The number belongs to somebody with other data.");
        assertThat(page.about().replace('\u202f', ' '))
                .isEqualTo("ASAPS posted it Nov 29, 2026, 2:39 PM ET.");
        assertThat(page.posted())
                .extracting(
                        HeldRowPage.Fact::label, HeldRowPage.Fact::value, HeldRowPage.Fact::same)
                .containsExactly(
                        tuple("Number", new Differing("020082", "", ""), true),
                        tuple("Family name", new Differing("", "Somebody-Else", ""), false),
                        tuple("NPI", new Differing("1843332481", "", ""), true),
                        tuple("Birthday", new Differing("–", "", ""), false));
        HeldRowPage.Candidate candidate = page.candidates().getFirst();
        assertThat(candidate.name()).isEqualTo("Björn van der Berg");
        assertThat(candidate.agreement())
                .isEqualTo("The number and the NPI agree. The name differs.");
        assertThat(candidate.known())
                .extracting(HeldRowPage.Fact::label)
                .containsExactly("Number", "Family name", "NPI", "Birthday");
    }

    @Test
    void whatWasCompletedIsSaidInWords() {
        assertThat(HeldRowPage.of(NO_MATCH, List.of(), NOTHING, AMERICAN).credit())
                .extracting(HeldRowPage.Fact::label, fact -> fact.value().before())
                .containsExactly(
                        tuple("Activity", "ASAPS-MEETING-2017"),
                        tuple("Completed on", "April 24, 2017"),
                        tuple("Credits", "8"),
                        tuple("of them patient safety", "not known"),
                        tuple("Reference", "ASAPS-MEETING-2017-X2"));
    }

    @Test
    void aCandidateWhomTheRegisterDoesNotShowHasAgreementsOnly() {
        HeldRowPage page = HeldRowPage.of(DIFFERS, List.of(), NOTHING, AMERICAN);
        assertThat(page.candidates().getFirst().known()).isEmpty();
        assertThat(page.posted()).noneMatch(HeldRowPage.Fact::same);
    }

    @Test
    void somebodyElseIsFoundByAName() {
        HeldRowPage page =
                HeldRowPage.of(NO_MATCH, List.of(), asked("van", List.of(VAN_DER_BERG)), AMERICAN);
        assertThat(page.q()).isEqualTo("van");
        assertThat(page.searched()).isTrue();
        assertThat(page.found())
                .containsExactly(
                        new HeldRowPage.Found("020082", "Björn van der Berg", "NPI 1843332481"));
        assertThat(HeldRowPage.of(NO_MATCH, List.of(), NOTHING, AMERICAN).searched()).isFalse();
    }

    @Test
    void beforeARowIsDiscardedThePageSaysWhatThatDoes() {
        var asked =
                new HeldRowPage.Asked(
                        "", List.of(), null, null, null, "Nobody of this name", true, null, null);
        HeldRowPage page = HeldRowPage.of(NO_MATCH, List.of(), asked, AMERICAN);
        assertThat(page.discarding())
                .isEqualTo(
                        new HeldRowPage.Discarding(
                                "Nobody of this name",
                                List.of(
                                        "What was posted for Nobody is not recorded and does not"
                                                + " count.",
                                        "ASAPS sees that it is discarded, and why.",
                                        "Posted again under another name, it waits for you again.",
                                        "It can be recorded after all, from its own page.")));
        assertThat(page.discardReason()).isEqualTo("Nobody of this name");
        assertThat(HeldRowPage.of(NO_MATCH, List.of(), NOTHING, AMERICAN).discarding()).isNull();
    }

    @Test
    void aDiscardedRowSaysWhyAndCanBeRecordedAfterAll() {
        HeldRowPage page =
                HeldRowPage.of(
                        closed("DISCARDED", null, "Nobody of this name"),
                        List.of(),
                        NOTHING,
                        AMERICAN);
        assertThat(page.waits()).isFalse();
        assertThat(page.outcome()).isEqualTo("Discarded on Nov 29, 2026: Nobody of this name");
        assertThat(page.mayBeRecorded()).isTrue();
        assertThat(page.q()).isEqualTo("Nobody");
        assertThat(page.searched()).isFalse();
    }

    @Test
    void otherRowsThatAreSettledAreOnlyShown() {
        HeldRowPage recorded =
                HeldRowPage.of(closed("RECORDED", "c1", null), List.of(), NOTHING, AMERICAN);
        assertThat(recorded.outcome()).isEqualTo("Recorded on Nov 29, 2026.");
        assertThat(recorded.completion()).isEqualTo("c1");
        assertThat(recorded.mayBeRecorded()).isFalse();
        HeldRowPage replaced =
                HeldRowPage.of(closed("SUPERSEDED", null, null), List.of(), NOTHING, AMERICAN);
        assertThat(replaced.outcome()).isEqualTo("Replaced by a later one on Nov 29, 2026.");
        assertThat(HeldRowPage.of(NO_MATCH, List.of(), NOTHING, AMERICAN).mayBeRecorded())
                .isFalse();
    }

    @Test
    void anErasedRowHasNothingToCompareOrToRecord() {
        var erased =
                new HeldRow.Detail(
                        NO_MATCH.id(),
                        "IDENTITY_ERASED",
                        "PROVIDER",
                        "ASAPS",
                        null,
                        NO_MATCH.heldAt(),
                        null,
                        NO_MATCH.heldAt(),
                        "DISCARDED",
                        null,
                        null,
                        null,
                        List.of(),
                        null);
        HeldRowPage page = HeldRowPage.of(erased, List.of(), NOTHING, AMERICAN);
        assertThat(page.title()).isEqualTo("Erased");
        assertThat(page.posted()).isEmpty();
        assertThat(page.credit()).isEmpty();
        assertThat(page.mayBeRecorded()).isFalse();
    }

    @Test
    void aDiscardedRowIsPostedWithTheNameOfTheRegister() {
        HeldRow.Content content = DIFFERS.content();
        assertThat(Recording.of(content, VAN_DER_BERG))
                .isEqualTo(
                        new Completion.Posting(
                                "ASAPS-MEETING-2017-X3",
                                "020082",
                                null,
                                "van der Berg",
                                null,
                                "ASAPS-MEETING-2017",
                                null,
                                content.completedOn(),
                                null,
                                content.credits(),
                                null,
                                null,
                                "ASAPS"));
    }

    @Test
    void afterARecordingThePageOfWhatItBecameIsShown() {
        assertThat(Recording.address(new Completion.Posted("RECORDED", null, "c1")))
                .isEqualTo("/completions/c1?done=recorded-after-all");
        assertThat(Recording.address(new Completion.Posted("HELD", "h2", null)))
                .isEqualTo("/held/h2");
    }

    @Test
    void theRowsBesideItAreALinkAway() {
        HeldRowPage page = HeldRowPage.of(NO_MATCH, List.of(), NOTHING, AMERICAN);
        assertThat(page.previous()).isEqualTo("/held/before");
        assertThat(page.next()).isEqualTo("/held/next");
    }
}
