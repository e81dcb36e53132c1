package cme.portal.status;

import cme.portal.compliance.Finding;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The completions of one deadline, counted or not: a row a completion, a column a requirement.
///
/// @param open whether its rows are shown at first
/// @param columns the requirements, with their states
public record DueYear(
        String title,
        String due,
        String window,
        boolean open,
        List<Column> columns,
        List<Row> rows,
        List<Cell> sums) {

    /// @param shortName as a column is headed
    public record Column(String shortName, Look look) {}

    /// @param id of the completion, for its page
    /// @param remarks why an amount is missing and what can be done, one for each cause
    public record Row(
            String id,
            String date,
            String title,
            @Nullable String session,
            List<Cell> cells,
            List<Remark> remarks) {}

    /// @param text an amount, or `–` where nothing counts
    /// @param look of a counted activity or of a sum; null for a plain amount
    public record Cell(String text, @Nullable Look look, boolean none) {
        static final Cell NOTHING = new Cell("–", null, true);
    }

    /// @param about the requirement, where a row has amounts for others
    public record Remark(@Nullable String about, String reason, @Nullable String remedy) {}

    /// @param findings of one due year
    /// @param position such as `Year 6`
    static DueYear of(List<Finding> findings, String position, boolean open, Formats formats) {
        LocalDate from =
                findings.stream()
                        .map(one -> one.window().from())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        LocalDate to =
                findings.stream()
                        .map(one -> one.window().to())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return new DueYear(
                position,
                due(findings, formats),
                "Completed " + formats.range(from, to),
                open,
                findings.stream()
                        .map(
                                one ->
                                        new Column(
                                                Words.shortRequirement(one.requirement()),
                                                Look.of(one.state())))
                        .toList(),
                rows(findings, formats),
                findings.stream().map(one -> sum(one, formats)).toList());
    }

    /// The deadline; with the names of requirements where an extension gives them several.
    private static String due(List<Finding> findings, Formats formats) {
        Map<LocalDate, List<Finding>> byDeadline =
                findings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Finding::deadline, TreeMap::new, Collectors.toList()));
        return byDeadline.entrySet().stream()
                .map(
                        one -> {
                            String due = "due " + formats.longDate(one.getKey());
                            return byDeadline.size() == 1 ? due : names(one.getValue()) + " " + due;
                        })
                .collect(Collectors.joining("; "));
    }

    private static String names(List<Finding> findings) {
        return findings.stream()
                .map(one -> Words.shortRequirement(one.requirement()))
                .collect(Collectors.joining(", "));
    }

    private static Cell sum(Finding finding, Formats formats) {
        return new Cell(
                formats.shortCredits(finding.earned())
                        + " of "
                        + formats.shortCredits(finding.required()),
                Look.of(finding.state()),
                false);
    }

    private static List<Row> rows(List<Finding> findings, Formats formats) {
        Map<String, Completed> byId = new LinkedHashMap<>();
        Stream.concat(
                        findings.stream().flatMap(f -> f.counted().stream()).map(Completed::of),
                        findings.stream().flatMap(f -> f.notCounted().stream()).map(Completed::of))
                .forEach(one -> byId.putIfAbsent(one.id(), one));
        return byId.values().stream()
                .sorted(Comparator.comparing(Completed::on).thenComparing(Completed::id))
                .map(one -> row(one, findings, formats))
                .toList();
    }

    private static Row row(Completed completed, List<Finding> findings, Formats formats) {
        List<Cell> cells = findings.stream().map(one -> cell(completed, one, formats)).toList();
        return new Row(
                completed.id(),
                formats.date(completed.on()),
                completed.title(),
                completed.session(),
                cells,
                remarks(
                        completed,
                        findings,
                        cells.stream().anyMatch(cell -> !cell.none()),
                        formats));
    }

    private static Cell cell(Completed completed, Finding finding, Formats formats) {
        BigDecimal amount =
                finding.counted().stream()
                        .filter(one -> one.completion().equals(completed.id()))
                        .map(Finding.Counted::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amount.signum() == 0) {
            return Cell.NOTHING;
        }
        return finding.unit().equals("CREDIT")
                ? new Cell(formats.credits(amount), null, false)
                : new Cell("counted", Look.MET, false);
    }

    /// The same cause for several requirements is said once.
    private static List<Remark> remarks(
            Completed completed, List<Finding> findings, boolean counted, Formats formats) {
        Map<String, List<String>> about = new LinkedHashMap<>();
        Map<String, String> remedies = new LinkedHashMap<>();
        for (Finding finding : findings) {
            for (Finding.NotCounted one : finding.notCounted()) {
                if (one.completion().equals(completed.id())) {
                    String sentence = sentence(one, formats);
                    about.computeIfAbsent(sentence, _ -> new ArrayList<>())
                            .add(Words.shortRequirement(finding.requirement()));
                    String remedy = Words.remedy(one.reason());
                    if (remedy != null) {
                        remedies.put(sentence, remedy);
                    }
                }
            }
        }
        return about.entrySet().stream()
                .map(
                        one ->
                                new Remark(
                                        counted ? Formats.list(one.getValue()) : null,
                                        one.getKey(),
                                        remedies.get(one.getKey())))
                .toList();
    }

    /// Why it does not count, with the amount that was lost or the year that has it.
    public static String sentence(Finding.NotCounted one, Formats formats) {
        String reason = Words.reason(one.reason());
        BigDecimal lost = one.lost();
        if (lost != null && lost.signum() > 0) {
            return reason + " " + formats.shortCredits(lost) + " did not count.";
        }
        Integer usedIn = one.usedInDueYear();
        return usedIn == null ? reason : "It counted for the deadline of year " + usedIn + ".";
    }

    /// A completion that a finding names.
    private record Completed(String id, LocalDate on, String title, @Nullable String session) {

        static Completed of(Finding.Counted one) {
            return new Completed(
                    one.completion(),
                    one.completedOn(),
                    Names.title(one.title(), one.activity()),
                    one.session());
        }

        static Completed of(Finding.NotCounted one) {
            return new Completed(
                    one.completion(),
                    one.completedOn(),
                    Names.title(one.title(), one.activity()),
                    one.session());
        }
    }
}
