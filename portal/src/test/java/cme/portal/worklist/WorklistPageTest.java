package cme.portal.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.compliance.Summary;
import cme.portal.compliance.Worklist;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Part;
import cme.portal.picture.StackedBar;
import cme.portal.services.Answers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorklistPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final Summary SUMMARY = Answers.read("compliance/summary.json", Summary.class);
    private static final Worklist LIST = Answers.read("compliance/worklist.json", Worklist.class);
    private static final Worklist NOBODY = new Worklist(List.of(), null, 0);
    private static final Part<Map<String, String>> NAMES =
            new Part.Here<>(Map.of("020066", "Mensah, Björn"));

    private static WorklistPage page(WorklistFilter filter, Worklist list) {
        return WorklistPage.of(filter, SUMMARY, list, NAMES, AMERICAN);
    }

    private static WorklistFilter of(@Nullable String standing) {
        var filter = new WorklistFilter();
        filter.standing = standing;
        return filter;
    }

    @Test
    void theNumberOfAllComesFirstAndEachStandingIsATileThatFilters() {
        WorklistPage page = page(of(null), LIST);
        assertThat(page.headline()).isEqualTo("224 diplomates");
        assertThat(page.pending()).isNull();
        assertThat(page.bar().counts())
                .extracting(StackedBar.Count::word, StackedBar.Count::number)
                .containsExactly(
                        tuple("Not met", "31"),
                        tuple("Late", "0"),
                        tuple("Decision needed", "2"),
                        tuple("Due soon", "6"),
                        tuple("On track", "147"),
                        tuple("Complete", "38"));
        assertThat(page.bar().counts().getFirst().href()).isEqualTo("/worklist?standing=NOT_MET");
        assertThat(page.bar().counts()).noneMatch(StackedBar.Count::current);
        assertThat(page.listTitle()).isEqualTo("Everybody");
        assertThat(page.found()).isEqualTo("39 diplomates");
    }

    @Test
    void theTileThatIsChosenTakesTheFilterBack() {
        StackedBar.Count chosen = page(of("NOT_MET"), LIST).bar().counts().getFirst();
        assertThat(chosen.current()).isTrue();
        assertThat(chosen.href()).isEqualTo("/worklist");
    }

    @Test
    void aRowShowsTheDeadlineOfItsWorstFindingWithItsRequirements() {
        List<WorklistPage.Row> rows = page(of(null), LIST).rows();
        assertThat(rows).hasSize(12);
        WorklistPage.Row late = rows.get(1);
        assertThat(late.diplomateId()).isEqualTo("020036");
        assertThat(late.name()).isNull();
        assertThat(late.look()).isEqualTo(Look.NOT_MET);
        assertThat(late.due()).isEqualTo("Dec 1, 2023");
        assertThat(late.distance()).isEqualTo("1,094 days ago");
        assertThat(late.cells())
                .extracting(WorklistPage.Cell::label)
                .containsExactly("CME", "Patient safety", "Tracer");
        assertThat(late.cells().getFirst().bar().words()).isEqualTo("108.00 / 150");
        assertThat(late.cells().getFirst().bar().look()).isEqualTo(Look.NOT_MET);
        assertThat(late.cells().get(2).look()).isEqualTo(Look.NOT_MET);
        assertThat(rows.get(2).name()).isEqualTo("Mensah, Björn");
        assertThat(rows.get(2).due()).isEqualTo("Dec 1, 2026");
        assertThat(rows.get(2).distance()).isEqualTo("in 2 days");
    }

    @Test
    void underSpecialCircumstancesAnActivityStandsInThePlaceOfPatientSafetyCredits() {
        WorklistPage.Row row = page(of(null), LIST).rows().getFirst();
        assertThat(row.cells())
                .extracting(WorklistPage.Cell::none, WorklistPage.Cell::look)
                .containsExactly(tuple(true, null), tuple(false, Look.NOT_MET), tuple(true, null));
    }

    @Test
    void whoIsCompleteHasNoDeadlineAhead() {
        var entry =
                new Worklist.Entry(
                        "020001",
                        LocalDate.of(2026, 11, 29),
                        "abps-cc-10y",
                        "STANDARD",
                        "COMPLETE",
                        "Complete.",
                        null,
                        null,
                        List.of());
        WorklistPage.Row row =
                page(of(null), new Worklist(List.of(entry), null, 1)).rows().getFirst();
        assertThat(row.due()).isEqualTo("–");
        assertThat(row.distance()).isEmpty();
        assertThat(row.cells()).allMatch(WorklistPage.Cell::none);
    }

    @Test
    void aStandingThatCameAfterThisVersionIsShownAsOpen() {
        var line =
                new Worklist.Line(
                        "cme-total",
                        3,
                        LocalDate.of(2026, 12, 1),
                        "PAUSED",
                        "CREDIT",
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        new BigDecimal("9"));
        var entry =
                new Worklist.Entry(
                        "020001",
                        LocalDate.of(2026, 11, 29),
                        "abps-cc-10y",
                        "STANDARD",
                        "PAUSED",
                        "Paused.",
                        null,
                        null,
                        List.of(line));
        WorklistPage.Row row =
                page(of(null), new Worklist(List.of(entry), null, 1)).rows().getFirst();
        assertThat(row.look()).isEqualTo(Look.IN_PROGRESS);
        assertThat(row.cells().getFirst().bar().words()).isEqualTo("1.00 / 10");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_MET, Nobody has missed a deadline.",
        "LATE, Nobody is late.",
        "DECISION_NEEDED, Nobody waits for a decision.",
        "DUE_SOON, Nobody has something due soon.",
        "COMPLETE, Nobody is complete yet.",
        "ON_TRACK, Nobody fits these filters.",
        ", Nobody fits these filters."
    })
    void anEmptyListSaysWhatItMeans(@Nullable String standing, String sentence) {
        WorklistPage page = page(of(standing), NOBODY);
        assertThat(page.rows()).isEmpty();
        assertThat(page.whenEmpty()).isEqualTo(sentence);
        assertThat(page.found()).isEqualTo("0 diplomates");
    }

    @Test
    void theNextPageAndTheFileKeepTheFilters() {
        WorklistFilter filter = of("LATE");
        filter.requirement = "cme-total";
        filter.dueBefore = "2027-01-01";
        WorklistPage page = page(filter, LIST);
        String same = "standing=LATE&requirement=cme-total&dueBefore=2027-01-01";
        assertThat(page.csv()).isEqualTo("/worklist/csv?" + same);
        assertThat(page.next())
                .isEqualTo("/worklist?" + same + "&cursor=SnNSVDRhbjAfMjAyNy0xMi0wMR8wMjAwNDU");
        assertThat(page.filters().dueBefore()).isEqualTo("2027-01-01");
        assertThat(page.filters().requirements())
                .filteredOn(WorklistPage.Option::chosen)
                .extracting(WorklistPage.Option::label)
                .containsExactly("CME credits");
        assertThat(page.filters().sorts())
                .filteredOn(WorklistPage.Option::chosen)
                .extracting(WorklistPage.Option::label)
                .containsExactly("Most urgent first");
    }

    @Test
    void whatWasLeftOutOfTheAddressIsInNoLink() {
        WorklistFilter filter = of("SLEEPING");
        filter.dueBefore = "2026-13-40";
        filter.leaveOut(List.of("standing", "dueBefore")::contains);
        WorklistPage page = page(filter, LIST);
        assertThat(page.listTitle()).isEqualTo("Everybody");
        assertThat(page.csv()).isEqualTo("/worklist/csv");
        assertThat(page.filters().dueBefore()).isEmpty();
    }

    @Test
    void withoutTheRegisterNumbersHaveToDoAndAssessmentsThatWaitAreSaid() {
        var summary =
                new Summary(
                        SUMMARY.asOf(),
                        10_000,
                        Map.of("COMPLETE", 10_000L),
                        List.of(),
                        List.of(),
                        1_200);
        WorklistPage page =
                WorklistPage.of(of(null), summary, LIST, new Part.Missing<>("Down."), AMERICAN);
        assertThat(page.rows()).extracting(WorklistPage.Row::name).containsOnlyNulls();
        assertThat(page.headline()).isEqualTo("10,000 diplomates");
        assertThat(page.pending()).isEqualTo("1,200 are being assessed again right now.");
        assertThat(page.bar().segments()).hasSize(1);
    }

    @Test
    void whyRowsHaveNumbersOnlyIsSaid() {
        WorklistPage page =
                WorklistPage.of(
                        of(null),
                        SUMMARY,
                        LIST,
                        new Part.Missing<>("The record does not answer."),
                        AMERICAN);
        assertThat(page.namesMissing()).isEqualTo("The record does not answer.");
        assertThat(page(of(null), LIST).namesMissing()).isEmpty();
    }

    @Test
    void anEmptyListSaysNoMoreThanWhatWasAskedFor() {
        WorklistFilter filter = of("COMPLETE");
        filter.dueBefore = "2001-01-01";
        assertThat(page(filter, NOBODY).whenEmpty()).isEqualTo("Nobody fits these filters.");
    }
}
