package cme.portal.worklist;

import cme.portal.compliance.Summary;
import cme.portal.compliance.Worklist;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Part;
import cme.portal.page.Words;
import cme.portal.picture.ProgressBar;
import cme.portal.picture.StackedBar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Diplomates by standing, filtered and sorted.
///
/// @param headline the number of all diplomates
/// @param bar how many are in each standing; each tile filters
/// @param found how many the filters select
/// @param namesMissing why rows have no names; empty where they have
/// @param next the address of the next page; null on the last
public record WorklistPage(
        String headline,
        @Nullable String pending,
        StackedBar bar,
        String listTitle,
        String found,
        String whenEmpty,
        List<Row> rows,
        String namesMissing,
        Filters filters,
        String csv,
        @Nullable String next) {

    private static final List<Look> STANDINGS =
            List.of(
                    Look.NOT_MET,
                    Look.LATE,
                    Look.DECISION_NEEDED,
                    Look.DUE_SOON,
                    Look.ON_TRACK,
                    Look.COMPLETE);

    private static final String NOBODY_FITS = "Nobody fits these filters.";

    static final List<String> REQUIREMENTS =
            List.of("cme-total", "patient-safety", "tracer-activity", "patient-safety-activity");

    private static final Map<String, String> SORTS =
            Map.of(
                    "standing", "Most urgent first",
                    "deadline", "Earliest deadline first",
                    "diplomate", "By number");

    /// @param name null where the register of people does not answer or does not know the number
    /// @param cells the requirements of the deadline that matters
    public record Row(
            String diplomateId,
            @Nullable String name,
            Look look,
            List<Cell> cells,
            String due,
            String distance) {}

    /// @param bar of a requirement that counts credits
    /// @param look of one that asks for an activity
    /// @param none where it is not asked of this diplomate
    public record Cell(
            String label, @Nullable ProgressBar bar, @Nullable Look look, boolean none) {}

    /// The values that the form shows again.
    public record Filters(
            String standing, String dueBefore, List<Option> requirements, List<Option> sorts) {}

    public record Option(String value, String label, boolean chosen) {}

    static WorklistPage of(
            WorklistFilter filter,
            Summary summary,
            Worklist list,
            Part<Map<String, String>> names,
            Formats formats) {
        Look chosen = filter.standing() == null ? null : Look.of(filter.standing());
        return new WorklistPage(
                formats.count(summary.diplomates(), "diplomate", "diplomates"),
                summary.pending() == 0
                        ? null
                        : formats.count(summary.pending()) + " are being assessed again right now.",
                StackedBar.of(
                        STANDINGS.stream()
                                .map(look -> count(look, summary, filter, chosen, formats))
                                .toList()),
                chosen == null ? "Everybody" : chosen.word(),
                formats.count(list.total(), "diplomate", "diplomates"),
                chosen == null || filter.isNarrower() ? NOBODY_FITS : nobody(chosen),
                list.items().stream().map(one -> row(one, names, formats)).toList(),
                names.sentence(),
                filters(filter),
                filter.address("/worklist/csv").toString(),
                list.nextCursor() == null
                        ? null
                        : filter.address("/worklist").with("cursor", list.nextCursor()).toString());
    }

    private static StackedBar.Count count(
            Look look,
            Summary summary,
            WorklistFilter filter,
            @Nullable Look chosen,
            Formats formats) {
        long count = summary.standings().getOrDefault(look.name(), 0L);
        boolean current = look == chosen;
        return new StackedBar.Count(
                look,
                look.word(),
                count,
                formats.count(count),
                filter.address("/worklist")
                        .with("standing", current ? null : look.name())
                        .toString(),
                current);
    }

    private static String nobody(Look standing) {
        return switch (standing) {
            case NOT_MET -> "Nobody has missed a deadline.";
            case LATE -> "Nobody is late.";
            case DECISION_NEEDED -> "Nobody waits for a decision.";
            case DUE_SOON -> "Nobody has something due soon.";
            case COMPLETE -> "Nobody is complete yet.";
            default -> NOBODY_FITS;
        };
    }

    private static Row row(Worklist.Entry entry, Part<Map<String, String>> names, Formats formats) {
        Optional<LocalDate> deadline = deadline(entry);
        List<Worklist.Line> lines =
                entry.findings().stream()
                        .filter(line -> deadline.filter(line.deadline()::equals).isPresent())
                        .toList();
        return new Row(
                entry.diplomateId(),
                names.isHere() ? names.value().get(entry.diplomateId()) : null,
                Look.of(entry.standing()),
                List.of(
                        cell("CME", "cme-total", lines, formats),
                        cell("Patient safety", "patient-safety", lines, formats),
                        cell("Tracer", "tracer-activity", lines, formats)),
                deadline.map(formats::date).orElse("–"),
                deadline.map(day -> formats.distance(entry.asOf(), day)).orElse(""));
    }

    /// The deadline of the worst finding; the next one when all is well.
    private static Optional<LocalDate> deadline(Worklist.Entry entry) {
        return entry.findings().stream()
                .filter(line -> line.state().equals(entry.standing()))
                .map(Worklist.Line::deadline)
                .min(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(entry.nextDeadline()))
                .or(
                        () ->
                                entry.findings().stream()
                                        .map(Worklist.Line::deadline)
                                        .max(Comparator.naturalOrder()));
    }

    /// Under special circumstances an activity takes the place of patient-safety credits.
    private static Cell cell(
            String label, String requirement, List<Worklist.Line> lines, Formats formats) {
        return lines.stream()
                .filter(line -> line.requirement().startsWith(requirement))
                .findFirst()
                .map(line -> cell(label, line, formats))
                .orElseGet(() -> new Cell(label, null, null, true));
    }

    private static Cell cell(String label, Worklist.Line line, Formats formats) {
        Look look = Look.of(line.state());
        BigDecimal earned = line.earned();
        return line.unit().equals("CREDIT")
                ? new Cell(
                        label,
                        ProgressBar.of(
                                look,
                                formats.credits(earned)
                                        + " / "
                                        + formats.shortCredits(line.required()),
                                line.required(),
                                earned),
                        null,
                        false)
                : new Cell(label, null, look, false);
    }

    private static Filters filters(WorklistFilter filter) {
        return new Filters(
                Optional.ofNullable(filter.standing()).orElse(""),
                Optional.ofNullable(filter.dueBefore()).orElse(""),
                REQUIREMENTS.stream()
                        .map(
                                one ->
                                        new Option(
                                                one,
                                                Words.requirement(one),
                                                one.equals(filter.requirement())))
                        .toList(),
                List.of("standing", "deadline", "diplomate").stream()
                        .map(one -> new Option(one, SORTS.get(one), one.equals(filter.sort())))
                        .toList());
    }
}
