package cme.portal.rules;

import cme.portal.compliance.RuleSet;
import cme.portal.page.Formats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/// The years of a cycle, and in which of them each requirement is gathered and due.
///
/// @param years such as `1` to `10`, each in the middle of its column
/// @param words the same in sentences
public record CyclePicture(
        String title, List<Mark> years, List<Mark> deadlines, List<Row> rows, List<String> words) {

    /// @param x in percent
    public record Mark(String x, String text) {}

    public record Row(String name, List<Span> spans) {}

    /// Overlapping spans lie below each other.
    ///
    /// @param x its left edge, in percent
    /// @param label such as `150`
    /// @param middle where the label stands, in percent
    public record Span(String x, String width, int y, int height, String middle, String label) {}

    private static final int ROW = 40;

    public static CyclePicture of(RuleSet rules, List<RuleSet.Requirement> asked, Formats formats) {
        int cycle = rules.cycleYears();
        return new CyclePicture(
                "The %d years of a cycle".formatted(cycle),
                IntStream.rangeClosed(1, cycle)
                        .mapToObj(year -> new Mark(at(year - 0.5, cycle), String.valueOf(year)))
                        .toList(),
                asked.stream()
                        .flatMap(one -> one.dueYears().stream())
                        .distinct()
                        .sorted()
                        .map(year -> new Mark(at(year, cycle), "Year " + year))
                        .toList(),
                asked.stream()
                        .map(one -> new Row(AskedOf.name(one), spans(one, cycle, formats)))
                        .toList(),
                asked.stream().map(one -> AskedOf.name(one) + ": " + AskedOf.when(one)).toList());
    }

    private static List<Span> spans(RuleSet.Requirement one, int cycle, Formats formats) {
        List<Integer> due = one.dueYears();
        boolean overlap =
                IntStream.range(1, due.size())
                        .anyMatch(i -> due.get(i) - one.lookBackYears() < due.get(i - 1));
        int height = overlap ? ROW / 2 - 1 : ROW;
        return IntStream.range(0, due.size())
                .mapToObj(
                        i -> {
                            double to = due.get(i);
                            double from = Math.max(0, to - one.lookBackYears());
                            return new Span(
                                    at(from, cycle),
                                    at(to - from, cycle),
                                    overlap && i % 2 == 1 ? ROW / 2 + 1 : 0,
                                    height,
                                    at((from + to) / 2, cycle),
                                    formats.shortCredits(one.required()));
                        })
                .toList();
    }

    private static String at(double year, int cycle) {
        return BigDecimal.valueOf(year * 100 / cycle)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
