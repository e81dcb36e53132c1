package cme.portal.person;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.compliance.Cycle;
import cme.portal.credit.Identity;
import cme.portal.credit.Merge;
import cme.portal.page.Formats;
import cme.portal.services.Answers;
import cme.portal.services.Refusals;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Violation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final Identity MENSAH = Answers.read("credit/identity.json", Identity.class);

    private static PersonPage page(Identity person, PersonPage.Asked asked) {
        return PersonPage.of(
                person,
                "\"1\"",
                Answers.page("credit/identity-revisions.json", Identity.Revision.class).items(),
                asked,
                AMERICAN);
    }

    private static PersonPage refused(ServiceProblem problem, @Nullable PersonForm form) {
        return page(MENSAH, new PersonPage.Asked(form, problem, null, "", "", null));
    }

    private static PersonForm form() {
        var form = new PersonForm();
        form.givenName = " Bjorn ";
        form.familyName = "Mensah";
        form.npi = "12";
        return form;
    }

    private static Identity erased(@Nullable String mergedInto) {
        return new Identity(
                "020126",
                null,
                null,
                null,
                null,
                mergedInto,
                null,
                3,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void theFormBeginsWithWhatIsRecorded() {
        PersonPage page = page(MENSAH, PersonPage.Asked.nothing(null));
        assertThat(page.name()).isEqualTo("Mensah, Björn");
        assertThat(page.version()).isEqualTo("\"1\"");
        assertThat(page.fields())
                .isEqualTo(new PersonPage.Fields("Björn", "Mensah", "1574659987", "08-20"));
        assertThat(page.mergedInto()).isNull();
        assertThat(page.mayInsist()).isFalse();
        assertThat(page.preview()).isNull();
    }

    @Test
    void eachRevisionSaysWhatWasRecordedWhenAndByWhom() {
        PersonPage.Revision revision =
                page(MENSAH, PersonPage.Asked.nothing(null)).revisions().getFirst();
        assertThat(revision.what()).isEqualTo("Mensah, Björn, NPI 1574659987");
        assertThat(revision.who()).isEqualTo("board");
        assertThat(revision.when().replace('\u202f', ' ')).isEqualTo("Nov 29, 2026, 2:37 PM ET");
    }

    @Test
    void aMergeIsARevisionToo() {
        var merged =
                new Identity.Revision(
                        "020126",
                        null,
                        null,
                        null,
                        null,
                        "020066",
                        null,
                        2,
                        Instant.EPOCH,
                        null,
                        "board");
        assertThat(
                        PersonPage.of(
                                        erased("020066"),
                                        "\"3\"",
                                        List.of(merged),
                                        PersonPage.Asked.nothing(null),
                                        AMERICAN)
                                .revisions()
                                .getFirst()
                                .what())
                .isEqualTo("merged into 020066");
    }

    @Test
    void whoWasErasedOrMergedIsShownAsThat() {
        PersonPage page = page(erased("020066"), PersonPage.Asked.nothing(null));
        assertThat(page.name()).isEqualTo("erased");
        assertThat(page.mergedInto()).isEqualTo("020066");
        assertThat(page.fields()).isEqualTo(new PersonPage.Fields("", "", "", ""));
    }

    @Test
    void aRefusalIsSaidAtEachFieldAndKeepsWhatWasTyped() {
        PersonPage page =
                refused(
                        Refusals.invalid(
                                new Violation("/npi", "npi.format", "An NPI has ten digits.")),
                        form());
        assertThat(page.faults())
                .containsExactly(new PersonPage.Fault("npi", "An NPI has ten digits."));
        assertThat(page.fields()).isEqualTo(new PersonPage.Fields("Bjorn", "Mensah", "12", ""));
        assertThat(page.problem()).isEqualTo("See errors.");
        assertThat(page.mayInsist()).isFalse();
    }

    @Test
    void whoLooksLikeSomebodyElseCanBeInsistedOn() {
        PersonPage page =
                refused(Refusals.of(409, "npi-taken", "020001 has this NPI.", List.of()), form());
        assertThat(page.mayInsist()).isTrue();
        assertThat(page.problem()).isEqualTo("020001 has this NPI.");
    }

    @Test
    void aChangeOfSomebodyElseMeanwhileIsSaid() {
        assertThat(refused(Refusals.of(412, "stale", "Stale.", List.of()), form()).problem())
                .isEqualTo(
                        "Somebody changed this meanwhile. The form has what you typed; below it"
                                + " stands what was recorded.");
    }

    @Test
    void beforeAMergeThePageSaysWhatWouldMove() {
        Merge merge = Answers.read("credit/merge-dry-run.json", Merge.class);
        PersonPage page =
                page(
                        MENSAH,
                        new PersonPage.Asked(
                                null, null, merge, "020066", "Registered twice", null));
        assertThat(page.preview())
                .isEqualTo(
                        new PersonPage.Preview(
                                "020126 would become a part of 020066.",
                                List.of(
                                        "12 completions would move.",
                                        "No held row would find its diplomate.")));
        assertThat(page.into()).isEqualTo("020066");
        assertThat(page.reason()).isEqualTo("Registered twice");
    }

    @Test
    void aMergeOfSomebodyWithoutCompletionsSaysSo() {
        var merge =
                new Merge(
                        "1", "2", "STANDING", "Twice", Instant.EPOCH, "board", true, List.of(), 1);
        assertThat(
                        page(MENSAH, new PersonPage.Asked(null, null, merge, "2", "", null))
                                .preview()
                                .lines())
                .containsExactly("No completion would move.", "1 held row would be recorded.");
    }

    @ParameterizedTest
    @CsvSource({
        "changed, The change is recorded.",
        "merged, The numbers are one now. Everything of this number is the other's.",
        "separated, The merge is taken back. Each number has its own again.",
        "anything,"
    })
    void whatWasDoneIsSaid(String done, @Nullable String sentence) {
        assertThat(page(MENSAH, PersonPage.Asked.nothing(done)).done()).isEqualTo(sentence);
    }

    @Test
    void aSearchListsWhomItFinds() {
        PeoplePage page =
                PeoplePage.of(
                        "lopez",
                        Answers.page("credit/identities.json", Identity.class).items(),
                        "c2");
        assertThat(page.rows()).hasSize(9);
        assertThat(page.rows().getFirst())
                .isEqualTo(new PeoplePage.Row("020001", "Lopez-Garcia, Yuki", "1634222214", ""));
        assertThat(page.sentence()).isEqualTo("There are more than these.");
        assertThat(page.next()).isEqualTo("/people?q=lopez&cursor=c2");
        assertThat(PeoplePage.of("lopez", List.of(MENSAH), null).sentence()).isNull();
    }

    @Test
    void nobodyFoundAndNothingAskedAreDifferent() {
        assertThat(PeoplePage.of("zzz", List.of(), null).sentence())
                .isEqualTo("Nobody fits “zzz”.");
        assertThat(PeoplePage.of("", List.of(), null).sentence()).isNull();
        assertThat(PeoplePage.of("", List.of(erased("020066")), null).rows())
                .containsExactly(new PeoplePage.Row("020126", "erased", "–", "merged into 020066"));
    }

    @Test
    void anImportSaysHowManyRowsAndWhatIsWrongWithEach() {
        var row =
                new Identity.ImportedRow(
                        12,
                        null,
                        "REJECTED",
                        List.of(new Violation("/npi", "npi.format", "An NPI has ten digits.")));
        var fine = new Identity.ImportedRow(1, "020001", "ADDED", List.of());
        ImportsPage page =
                ImportsPage.of(
                        new Identity.Import(
                                true, 10_000, 9_000, 1, 0, 999, List.of(fine, row), 998),
                        AMERICAN);
        assertThat(page.title()).isEqualTo("Checked; nothing was recorded.");
        assertThat(page.counts())
                .isEqualTo("10,000 rows: 9,000 added, 1 changed, 0 unchanged, 999 refused.");
        assertThat(page.rejected())
                .containsExactly(new ImportsPage.Row("12", "–", "NPI: An NPI has ten digits."));
        assertThat(page.more()).isEqualTo("998 more rows are refused.");
    }

    @Test
    void anImportOfCyclesIsToldInTheSameWords() {
        ImportsPage page =
                ImportsPage.of(new Cycle.Import(false, 1, 1, 0, 0, 0, List.of(), 0), AMERICAN);
        assertThat(page.title()).isEqualTo("Imported.");
        assertThat(page.counts()).isEqualTo("1 row: 1 added, 0 changed, 0 unchanged, 0 refused.");
        assertThat(page.rejected()).isEmpty();
        assertThat(page.more()).isNull();
        assertThat(ImportsPage.refused("Choose a file.").problem()).isEqualTo("Choose a file.");
    }
}
