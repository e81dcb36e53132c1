package cme.benchmarks.result;

import java.util.List;
import java.util.Locale;

/// The ratios as bars, each with its spread and the aim as a red line. SVG without scripts.
final class Chart {
    private static final int WIDTH = 900;
    private static final int LEFT = 460;
    private static final int ROW = 24;
    private static final double LARGEST = 2.5;

    private Chart() {}

    static String of(List<Figure> figures) {
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>%n"
                        .formatted(WIDTH, ROW * (figures.size() + 2)));
        svg.append(
                "<text x='4' y='16'>Ratio to the reference (bar), its spread (line), the aim (red)</text>%n"
                        .formatted());
        for (int i = 0; i < figures.size(); i++) {
            svg.append(bar(figures.get(i), ROW * (i + 1)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Figure figure, int y) {
        var ratios = figure.ratios();
        return String.format(
                Locale.ROOT,
                """
                <text x='4' y='%d'>%s</text>
                <rect x='%d' y='%d' width='%.1f' height='12' fill='%s'/>
                <line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='black'/>
                <line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='red' stroke-width='2'/>
                <text x='%d' y='%d'>%.2f</text>
                """,
                y + 16,
                escaped(figure.measurement() + ": " + figure.what()),
                LEFT,
                y + 6,
                x(ratios.median()) - LEFT,
                color(figure.verdict()),
                x(ratios.min()),
                x(ratios.max()),
                y + 12,
                y + 12,
                x(figure.aim().bound()),
                x(figure.aim().bound()),
                y + 2,
                y + 22,
                WIDTH - 40,
                y + 16,
                ratios.median());
    }

    private static String color(Verdict verdict) {
        return switch (verdict) {
            case REACHED -> "#7a9";
            case MISSED -> "#da7";
            case CANNOT_TELL -> "#ccc";
        };
    }

    private static double x(double ratio) {
        return LEFT + Math.min(ratio, LARGEST) / LARGEST * (WIDTH - 50 - LEFT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
