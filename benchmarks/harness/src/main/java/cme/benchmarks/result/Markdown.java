package cme.benchmarks.result;

import java.util.List;
import java.util.Locale;

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
                "| `%s` %s | %s %s | %s | %s | **%.2f** (%.2f-%.2f) | %s | %s |%n",
                figure.measurement(),
                figure.what(),
                spread(figure.ours()),
                figure.unit(),
                figure.reference(),
                spread(figure.theirs()),
                figure.ratio(),
                figure.ratios().min(),
                figure.ratios().max(),
                figure.aim(),
                figure.isReached() ? "reached" : "missed");
    }

    private static String spread(Samples samples) {
        return "%s (%s-%s)"
                .formatted(number(samples.median()), number(samples.min()), number(samples.max()));
    }

    static String number(double value) {
        return String.format(
                Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
