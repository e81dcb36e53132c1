package cme.portal.completion;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.credit.Completion;
import cme.portal.page.Formats;
import cme.portal.services.Answers;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletionPageTest {
    private static final Formats FORMATS = Formats.of(null, ZoneId.of("America/New_York"));
    private static final Completion COMPLETION =
            Answers.read("credit/completion.json", Completion.class);

    private static CompletionPage page(
            boolean mayEdit, @Nullable String done, CompletionPage.@Nullable Refused refused) {
        return CompletionPage.of(
                new CompletionPage.Known(
                        COMPLETION,
                        "The Aesthetic Meeting 2021",
                        Answers.page("credit/completion-revisions.json", Completion.Revision.class)
                                .items(),
                        Answers.page("credit/correction-proposals.json", Completion.Proposal.class)
                                .items()),
                "\"1\"",
                new CompletionPage.Viewer(false, mayEdit, done),
                refused,
                null,
                FORMATS);
    }

    @Test
    void itSaysWhatIsRecordedAndHowItCameToBeSo() {
        CompletionPage page = page(true, null, null);
        assertThat(page.title()).isEqualTo("The Aesthetic Meeting 2021");
        assertThat(page.about()).isEqualTo("Completed April 24, 2021");
        assertThat(page.facts())
                .contains(
                        new CompletionPage.Fact("Credits", "22.75"),
                        new CompletionPage.Fact("of them patient safety", "4.50"));
        assertThat(page.revisions())
                .extracting(CompletionPage.Revision::title)
                .containsExactly("Corrected", "Recorded");
        assertThat(page.revisions().getFirst().about()).endsWith("by the board");
        assertThat(page.proposals().getFirst().state()).isEqualTo("Waits for the board");
    }

    @Test
    void aSurgeonReadsItAndChangesNothing() {
        CompletionPage page = page(false, "withdrawn", null);
        assertThat(page.edit()).isNull();
        assertThat(page.undo()).isNull();
        assertThat(page.roster()).isNull();
    }

    @Test
    void whatWasDoneCanBeTakenBackWhileNothingElseHappened() {
        assertThat(page(true, "corrected", null).undo())
                .isEqualTo("/completions/" + COMPLETION.id() + "/take-back?revision=1");
        assertThat(page(true, "taken-back", null).undo()).isNull();
        assertThat(page(true, "nonsense", null).done()).isNull();
    }

    @Test
    void bothVersionsStandSideBySideAndTheTypedOneStaysInTheForm() {
        CorrectionForm typed = CorrectionForm.of(COMPLETION, "\"0\"");
        typed.credits = "20";
        typed.reason = "Left early";
        CompletionPage page =
                page(
                        true,
                        null,
                        new CompletionPage.Refused(typed, Map.of("", "Changed."), true, false));
        assertThat(page.compared())
                .filteredOn(CompletionPage.Compared::differs)
                .containsExactly(new CompletionPage.Compared("Credits", "20", "22.75", true));
        CompletionPage.Edit edit = Objects.requireNonNull(page.edit());
        assertThat(edit.version()).isEqualTo("\"1\"");
        assertThat(edit.open()).isTrue();
        assertThat(edit.reason().value()).isEqualTo("Left early");
    }

    @Test
    void aFormThatCannotBeSentSaysWhyAtEachField() {
        var form = new CorrectionForm();
        form.credits = "many";
        assertThat(form.errors().keySet())
                .containsExactly("activity", "completedOn", "credits", "reason");
        CorrectionForm whole = CorrectionForm.of(COMPLETION, "\"1\"");
        whole.reason = "Left early";
        assertThat(whole.errors()).isEmpty();
        Completion.Correction correction = whole.correction(COMPLETION);
        assertThat(List.of(correction.credits(), correction.completedOn()))
                .isEqualTo(List.of(COMPLETION.credits(), COMPLETION.completedOn()));
        assertThat(correction.diplomateId()).isNull();
    }
}
