package cme.portal.held;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.credit.HeldRow;
import cme.portal.page.Formats;
import cme.portal.services.Answers;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldListPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final HeldRow.Page WAITING =
            Answers.read("credit/held-rows.json", HeldRow.Page.class);
    private static final String ROW = "01a228d1-cdaf-7000-801e-514a1bb68673";

    @Test
    void theHeadlineSaysHowManyWaitAndTheFirstOneIsAClickAway() {
        HeldListPage page = HeldListPage.of(WAITING, null, null, AMERICAN);
        assertThat(page.headline()).isEqualTo("40 rows wait.");
        assertThat(page.first()).isEqualTo("/held/" + ROW);
        assertThat(page.rows().getFirst())
                .isEqualTo(
                        new HeldListPage.Row(
                                ROW,
                                "Nobody",
                                "999999",
                                "ASAPS-MEETING-2017, Apr 24, 2017",
                                "Nobody has this number.",
                                "ASAPS, Nov 29, 2026"));
        assertThat(page.done()).isNull();
    }

    @Test
    void reasonsFilterAndTheChosenOneIsTakenBack() {
        HeldListPage page = HeldListPage.of(WAITING, "NO_MATCH", null, AMERICAN);
        assertThat(page.reasons())
                .containsExactlyInAnyOrder(
                        new HeldListPage.Choice("Nobody has this number.", "20", "/held", true),
                        new HeldListPage.Choice(
                                "The number belongs to somebody with other data.",
                                "20",
                                "/held?reason=IDENTITY_DIFFERS",
                                false));
        assertThat(page.first()).isEqualTo("/held/" + ROW + "?reason=NO_MATCH");
        assertThat(page.next())
                .isEqualTo(
                        "/held?reason=NO_MATCH&cursor="
                                + "cWY2RzZBS2YfMDFhMjI4ZDEtZjAwZC03MDAwLTgwNmYtMDE2MjQ2ZTJhOTkz");
    }

    @Test
    void nothingThatWaitsIsGoodNews() {
        HeldListPage page =
                HeldListPage.of(
                        new HeldRow.Page(List.of(), null, 0, Map.of()), null, null, AMERICAN);
        assertThat(page.headline()).isEqualTo("Nothing waits.");
        assertThat(page.lead()).isEqualTo("Every row that was posted has found its diplomate.");
        assertThat(page.first()).isNull();
        assertThat(page.next()).isNull();
        assertThat(page.reasons()).isEmpty();
    }

    @Test
    void anErasedRowAndOneOfTheBoardAreShownToo() {
        HeldRow one = WAITING.items().getFirst();
        var erased =
                new HeldRow(
                        one.id(),
                        "IDENTITY_ERASED",
                        "BOARD",
                        null,
                        null,
                        one.heldAt(),
                        null,
                        one.heldAt());
        HeldListPage page =
                HeldListPage.of(
                        new HeldRow.Page(
                                List.of(erased), null, 1, Map.of("IDENTITY_ERASED", 12_345L)),
                        null,
                        null,
                        AMERICAN);
        assertThat(page.headline()).isEqualTo("1 row waits.");
        assertThat(page.rows())
                .containsExactly(
                        new HeldListPage.Row(
                                one.id(),
                                "Erased",
                                "",
                                "",
                                "The data of this number were erased.",
                                "the board, Nov 29, 2026"));
        assertThat(page.reasons().getFirst().count()).isEqualTo("12,345");
    }

    @ParameterizedTest
    @CsvSource({
        "recorded, 'The row is recorded, and counts.'",
        "discarded, 'The row is discarded. Its society sees that, and why.'",
        "settled, This row had been settled already."
    })
    void theDecisionBeforeIsSaid(String done, String sentence) {
        assertThat(HeldListPage.Done.of(done, ROW).sentence()).isEqualTo(sentence);
    }

    @Test
    void onlyADiscardedRowCanBeLookedAtAgain() {
        assertThat(HeldListPage.Done.of("discarded", ROW).again()).isEqualTo("/held/" + ROW);
        assertThat(HeldListPage.Done.of("recorded", ROW).again()).isNull();
        assertThat(HeldListPage.Done.of("discarded", "../people").again()).isNull();
        assertThat(HeldListPage.Done.of("discarded", null).again()).isNull();
        assertThat(HeldListPage.Done.of("anything", ROW)).isNull();
        assertThat(HeldListPage.Done.of(null, null)).isNull();
    }
}
