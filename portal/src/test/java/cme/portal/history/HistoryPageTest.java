package cme.portal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.Changes;
import cme.portal.compliance.HistoryEntry;
import cme.portal.credit.Transcript;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final HistoryQuestion ALL = HistoryQuestion.of("020066", null, null, null);

    private static HistoryWords words() {
        Map<String, String> titles =
                Answers.read("credit/transcript.json", Transcript.class).items().stream()
                        .collect(
                                Collectors.toMap(
                                        Transcript.Item::completion, Transcript.Item::title));
        return new HistoryWords(
                titles,
                Names.of(
                        new Part.Here<>(
                                Answers.page(
                                                "catalog/tracer-procedures.json",
                                                TracerProcedure.class)
                                        .items())),
                AMERICAN);
    }

    private static HistoryPage page(HistoryQuestion question, int pageSize) {
        return HistoryPage.of(
                question,
                Answers.page("compliance/history.json", HistoryEntry.class).items(),
                false,
                pageSize,
                words());
    }

    @Test
    void theNewestComesFirstInTheWordsOfPages() {
        HistoryPage page = page(ALL, 20);
        assertThat(page.shown()).isEqualTo("1 to 12 of 12");
        assertThat(page.entries().getLast().items())
                .containsExactly(
                        new HistoryPage.Item(
                                "Cycle recorded",
                                "Counted from 2021, certified on Nov 19, 2020",
                                "by board",
                                null));
        assertThat(page.entries().get(10).items())
                .containsExactly(
                        new HistoryPage.Item(
                                "Tracer procedure of year 3 recorded",
                                "Augmentation mammaplasty, finished on Sep 15, 2023",
                                "by board",
                                null));
        HistoryPage.Entry completion = page.entries().get(8);
        assertThat(completion.items())
                .containsExactly(
                        new HistoryPage.Item(
                                "Completion reported",
                                "The Aesthetic Meeting 2021, 22.75 credits, completed on Apr 24,"
                                        + " 2021",
                                "by ASAPS",
                                "/completions/01a228d2-7c82-7000-81e7-82a75634fa85"));
        assertThat(completion.changes())
                .extracting(HistoryPage.Change::about, HistoryPage.Change::amounts)
                .containsExactly(
                        tuple("CME credits, year 3", "0 → 22.75"),
                        tuple("Patient-safety credits, year 3", "0 → 4.50"));
    }

    @Test
    void everyEntryLeadsToTheStatusAsItWasKnownThen() {
        assertThat(page(ALL, 20).entries().getLast().href())
                .isEqualTo(
                        "/diplomates/020066?asOf=2026-11-29&knownAt=2026-11-29T19:38:15.553192Z");
    }

    @Test
    void pagesKeepTheDays() {
        var from = LocalDate.of(2026, 1, 1);
        HistoryPage first = page(HistoryQuestion.of("020066", from, null, 1), 5);
        assertThat(first.shown()).isEqualTo("1 to 5 of 12");
        assertThat(first.previous()).isNull();
        assertThat(first.next()).isEqualTo("/diplomates/020066/history?from=2026-01-01&page=2");
        HistoryPage last = page(HistoryQuestion.of("020066", from, null, 99), 5);
        assertThat(last.shown()).isEqualTo("11 to 12 of 12");
        assertThat(last.next()).isNull();
        assertThat(page(HistoryQuestion.of("020066", null, null, -3), 5).shown())
                .isEqualTo("1 to 5 of 12");
    }

    @Test
    void nothingAndMoreThanCanBeReadAreSaid() {
        HistoryPage none = HistoryPage.of(ALL, List.of(), false, 20, words());
        assertThat(none.entries()).isEmpty();
        assertThat(none.next()).isNull();
        assertThat(HistoryPage.of(ALL, List.of(), true, 20, words()).incomplete())
                .isEqualTo(
                        "There is more than a page can read. Choose fewer days to see the rest.");
        assertThat(
                        HistoryQuestion.of(
                                        "1",
                                        LocalDate.of(2026, 1, 2),
                                        LocalDate.of(2026, 1, 1),
                                        null)
                                .fault())
                .isEqualTo("The last day is before the first.");
    }

    @Test
    void whatChangedByTimeAloneSaysSo() {
        var entry =
                new HistoryEntry(
                        Instant.parse("2026-09-02T04:00:00Z"),
                        LocalDate.of(2026, 9, 2),
                        "TIME",
                        List.of(),
                        "DUE_SOON",
                        "Short 4.25 CME credits by 2026-12-01 (90 days left).",
                        new Changes(new Changes.OfStanding("ON_TRACK", "DUE_SOON"), List.of()));
        HistoryPage.Entry shown =
                HistoryPage.of(ALL, List.of(entry), false, 20, words()).entries().getFirst();
        assertThat(shown.cause()).isEqualTo("Only time went by.");
        assertThat(shown.before()).isEqualTo(Look.ON_TRACK);
        assertThat(shown.after()).isEqualTo(Look.DUE_SOON);
        assertThat(shown.summary())
                .isEqualTo("Short 4.25 CME credits by Dec 1, 2026 (90 days left).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DECISION | cme-total/6 | RECORDED | EXTENDED until 2026-12-31 | Decision on CME credits, year 6 recorded | Extended by the board until Dec 31, 2026
                    DECISION | patient-safety/3 | TAKEN_BACK | | Decision on patient-safety credits, year 3 taken back |
                    PATHWAY | 2024-01-01 | CHANGED | SPECIAL_CIRCUMSTANCES from 2024-01-01 until 2025-06-30 | Pathway from Jan 1, 2024 changed | Special circumstances from Jan 1, 2024 until Jun 30, 2025
                    TRACER | 6 | RECORDED | CARPAL_TUNNEL, not finished | Tracer procedure of year 6 recorded | Carpal tunnel syndrome, not finished
                    ACTIVITY | X | CHANGED | Hand surgery, RETIRED | Activity of the catalog changed | Hand surgery: Not offered any more
                    COMPLETION | x | CHANGED | Grand rounds, 2.00 credits, completed on 2026-01-02, posted by BOARD | Completion corrected | Grand rounds, 2.00 credits, completed on Jan 2, 2026
                    COMPLETION | x | TAKEN_BACK | | Completion withdrawn |
                    SOMETHING_NEW | x | MOVED | anything at all | Something new moved | anything at all
                    """)
    void everyKindHasItsWords(
            String kind,
            String subject,
            String action,
            @Nullable String text,
            String title,
            @Nullable String shown) {
        var known = new HistoryEntry.Known(kind, subject, 2, action, text, null, null);
        assertThat(words().title(known)).isEqualTo(title);
        assertThat(words().text(known)).isEqualTo(shown);
    }
}
