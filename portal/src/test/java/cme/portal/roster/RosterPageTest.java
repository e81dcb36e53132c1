package cme.portal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.credit.Roster;
import cme.portal.credit.RosterResult;
import cme.portal.credit.RosterRow;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.picture.StackedBar;
import cme.portal.services.Answers;
import cme.portal.services.Paged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RosterPageTest {
    private static final Formats FORMATS = Formats.of(null, ZoneId.of("America/New_York"));
    private static final Paged<RosterRow> REJECTED =
            Answers.page("credit/roster-rows-rejected.json", RosterRow.class);
    private static final Paged<RosterRow> HELD =
            Answers.page("credit/roster-rows-held.json", RosterRow.class);

    private static Roster roster(
            String status, int recorded, int withdrawn, int conflict, int held, int rejected) {
        return new Roster(
                "r1",
                "DAY-1",
                status,
                "PROVIDER",
                "ASPS",
                1,
                recorded + withdrawn + conflict + held + rejected,
                recorded,
                0,
                withdrawn,
                conflict,
                held,
                rejected,
                Instant.parse("2026-11-28T21:44:00Z"),
                "ASPS");
    }

    private static RosterPage page(Roster roster, @Nullable String outcome) {
        return RosterPage.of(
                roster, new RosterPage.View(outcome, null, true), null, null, null, FORMATS);
    }

    private static Mending mending(Paged<RosterRow> rows, Mending.@Nullable Tried tried) {
        return Mending.of("REJECTED", null, rows, tried, null, FORMATS);
    }

    @Test
    void theHeadlineSaysWhatIsLeftToDo() {
        assertThat(page(roster("RECORDED", 5, 0, 0, 2, 3), null).headline())
                .isEqualTo("3 rows to mend.");
        assertThat(page(roster("RECORDED", 5, 0, 0, 2, 1), null).headline())
                .isEqualTo("1 row to mend.");
        assertThat(page(roster("RECORDED", 5, 0, 1, 2, 0), null).headline())
                .isEqualTo("1 row differs from before.");
        assertThat(page(roster("RECORDED", 5, 0, 0, 2, 0), null).headline())
                .isEqualTo("2 rows wait for the board.");
        assertThat(page(roster("RECORDED", 5, 1, 0, 0, 0), null).headline())
                .isEqualTo("1 row stays withdrawn.");
        assertThat(page(roster("RECORDED", 5, 0, 0, 0, 0), null).headline())
                .isEqualTo("Everything is recorded.");
        assertThat(page(roster("WITHDRAWN", 0, 5, 0, 0, 0), null).headline())
                .isEqualTo("This roster is withdrawn.");
    }

    @Test
    void theSentenceBelowSaysWhatNeedsNoWork() {
        assertThat(page(roster("RECORDED", 1, 0, 0, 2, 3), null).lead())
                .isEqualTo(
                        "1 row is recorded and counts already. Posting again never doubles"
                                + " anything.");
        assertThat(page(roster("RECORDED", 5, 0, 0, 2, 0), null).lead())
                .isEqualTo(
                        "Everything else is recorded. You need not do anything; if a row is wrong,"
                                + " correct it here.");
        assertThat(page(roster("RECORDED", 0, 0, 0, 2, 0), null).lead())
                .isEqualTo("You need not do anything; if a row is wrong, correct it here.");
    }

    @Test
    void theRosterOfTheDemoIsSummedUpAndEachTileLeadsToItsRows() {
        RosterPage page = page(Answers.read("credit/roster.json", Roster.class), "HELD");
        assertThat(page.about()).startsWith("ASPS · 200 rows · posted Nov 29, 2026, ");
        assertThat(page.bar().words())
                .isEqualTo(
                        "194 Recorded, 1 Had already, 0 Differs from before, 0 Stays withdrawn,"
                                + " 2 Waits for the board, 3 To mend");
        assertThat(page.bar().counts())
                .extracting(StackedBar.Count::href)
                .contains("/rosters/" + page.id(), "/rosters/" + page.id() + "?outcome=REJECTED");
    }

    @Test
    void theMessageStandsAtItsField() {
        RowForm row = mending(REJECTED, null).rows().getFirst();
        assertThat(row.title()).isEqualTo("Row 196 · Smith");
        assertThat(row.look()).isEqualTo(Look.NOT_MET);
        assertThat(row.fields())
                .extracting(RowForm.Field::name)
                .containsExactly(
                        "diplomateId",
                        "npi",
                        "familyName",
                        "activity",
                        "completedOn",
                        "credits",
                        "patientSafetyCredits");
        assertThat(row.fields().get(1).error())
                .isEqualTo("The last digit does not fit the others: a digit is mistyped.");
        assertThat(row.hidden()).extracting(RowForm.Field::name).contains("externalId");
    }

    @Test
    void aDayThatCannotBeReadStaysAsItWasTyped() {
        PostedRow posted = PostedRow.of(REJECTED.items().getFirst());
        Map<String, String> values = new HashMap<>(posted.values());
        values.put("completedOn", "10/12/2026");
        RowForm row =
                RowForm.of(
                        1,
                        REJECTED.items().getFirst(),
                        new PostedRow(posted.key(), values),
                        null,
                        FORMATS);
        assertThat(row.fields().get(4).type()).isEqualTo("text");
        assertThat(row.fields().get(4).value()).isEqualTo("10/12/2026");
    }

    @Test
    void aRowThatWaitsSaysWhy() {
        assertThat(mending(HELD, null).rows())
                .extracting(RowForm::sentence)
                .containsExactly(
                        "Nobody has this number.",
                        "The number belongs to somebody with other data.");
    }

    @Test
    void afterTheCheckOnlyWhatIsInOrderIsToBePosted() {
        List<PostedRow> rows = REJECTED.items().stream().map(PostedRow::of).toList();
        RosterResult result = Answers.read("credit/roster-result-dry-run.json", RosterResult.class);
        var tried = new Mending.Tried(rows, rows, result);
        Mending mending = mending(REJECTED, tried);
        assertThat(mending.said()).isEqualTo("1 can be posted, 2 still to mend.");
        assertThat(mending.post()).isEqualTo("Post 1 row");
        assertThat(mending.rows())
                .extracting(RowForm::word)
                .containsExactly("Ready to post", "To mend", "To mend");
        assertThat(mending.errors())
                .extracting(Mending.Fault::sentence)
                .contains(
                        "Row 199, Activity: The activity was not offered on Oct 13, 2026: it is"
                                + " offered from Oct 12, 2026 until Oct 12, 2026.");
        assertThat(mending.rows().getFirst().notes().getFirst())
                .startsWith("Without the patient-safety credits it is not known");
        var before = new HashMap<String, PostedRow>();
        rows.forEach(row -> before.put(row.key(), row));
        assertThat(tried.toPost(before)).containsExactly(rows.getFirst());
    }

    @Test
    void whatWasTypedButIsStillWrongIsPostedTooSoThatItIsNotLost() {
        List<PostedRow> before = REJECTED.items().stream().map(PostedRow::of).toList();
        Map<String, String> values = new HashMap<>(before.get(1).values());
        values.put("credits", "1.35");
        var typed =
                List.of(before.get(0), new PostedRow(before.get(1).key(), values), before.get(2));
        var tried =
                new Mending.Tried(
                        typed,
                        typed,
                        Answers.read("credit/roster-result-dry-run.json", RosterResult.class));
        var known = new HashMap<String, PostedRow>();
        before.forEach(row -> known.put(row.key(), row));
        assertThat(tried.toPost(known)).containsExactly(typed.get(0), typed.get(1));
    }

    @Test
    void rowsGoAsTheyWereTypedWithTheirZerosAndApostrophes() throws Exception {
        Map<String, String> values = new HashMap<>();
        values.put("externalId", "A-1");
        values.put("diplomateId", "012345");
        values.put("familyName", "'t Hooft, \"Jr\"");
        values.put("npi", "'=1+1");
        values.put("credits", "1,5");
        String table =
                new String(
                        RowTable.of(List.of(new PostedRow("1 A-1", values))).readAllBytes(),
                        StandardCharsets.UTF_8);
        assertThat(table)
                .isEqualTo(
                        "externalId,diplomateId,npi,familyName,activity,title,completedOn,credits\r\n"
                                + "A-1,012345,''=1+1,\"'t Hooft, \"\"Jr\"\"\",,,,\"1,5\"\r\n");
    }

    @Test
    void aWithdrawalIsShownBeforeItIsDone() {
        Roster roster = Answers.read("credit/roster.json", Roster.class);
        WithdrawalPage page =
                WithdrawalPage.previewed(
                        roster,
                        "Wrong file",
                        Answers.read(
                                "credit/roster-withdrawal-dry-run.json", Roster.Withdrawal.class),
                        FORMATS);
        assertThat(page.preview()).isNotNull();
        assertThat(page.preview().headline()).isEqualTo("28 completions would be withdrawn.");
        assertThat(page.preview().discarded())
                .isEqualTo("2 rows that wait for the board would be discarded.");
        assertThat(page.preview().more()).isEqualTo("and 8 more");
        assertThat(page.preview().button()).isEqualTo("Withdraw 28 completions");
        assertThat(WithdrawalPage.before(roster, "", null, FORMATS).error())
                .isEqualTo("Please say why.");
        assertThat(WithdrawalPage.before(roster, null, null, FORMATS).error()).isNull();
    }

    @Test
    void theListSaysInWordsWhatBecameOfEachRoster() {
        Paged<Roster> list = Answers.page("credit/rosters.json", Roster.class);
        RostersPage page = RostersPage.of(new RostersFilter(), list, true, null, FORMATS);
        RostersPage.Row row =
                page.rows().stream()
                        .filter(one -> one.name().equals("ASPS-ANNUAL-2026"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.words())
                .isEqualTo("194 recorded, 1 had already, 2 wait for the board, 3 to mend");
        assertThat(row.state()).isEqualTo("3 to mend");
        assertThat(row.provider()).isEqualTo("ASPS");
        var none =
                RostersPage.of(
                        new RostersFilter(), new Paged<>(List.of(), null), false, null, FORMATS);
        assertThat(none.isEmptyForGood()).isTrue();
    }
}
