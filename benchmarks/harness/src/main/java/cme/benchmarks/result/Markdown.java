package cme.benchmarks.result;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/// The table as it is pasted into the README.
public final class Markdown {
    private static final String HEAD =
            """
            | | measured | reference | | ratio | aim | |
            |---|---:|---|---:|---:|---|---|
            """;

    private Markdown() {}

    public static String table(List<Figure> figures) {
        var table = new StringBuilder(HEAD);
        figures.forEach(figure -> table.append(line(figure)));
        return table.toString();
    }

    public static String line(Figure figure) {
        return String.format(
                Locale.ROOT,
                "| `%s` %s | %s %s | %s | %s | **%s**%s | %s | %s |%n",
                figure.measurement(),
                figure.what(),
                number(figure.ours()),
                figure.unit(),
                figure.reference(),
                number(figure.theirs()),
                ratio(figure.ratio()),
                spread(figure.ratios(), Markdown::ratio),
                figure.aim(),
                figure.verdict());
    }

    private static String number(Samples samples) {
        return number(samples.median()) + spread(samples, Markdown::number);
    }

    /// One round has none.
    private static String spread(Samples samples, DoubleFunction<String> number) {
        return samples.values().size() == 1
                ? ""
                : " (%s-%s)".formatted(number.apply(samples.min()), number.apply(samples.max()));
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /// A measured number with as many digits as it is worth.
    public static String number(double value) {
        return String.format(
                Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
