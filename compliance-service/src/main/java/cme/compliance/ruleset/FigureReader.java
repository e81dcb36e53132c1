package cme.compliance.ruleset;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads numbers with their `basis` and `source`. A number without them is an error, and the getter
/// returns null or an empty list.
final class FigureReader {

    private static final int MOST_DIGITS = 9;

    private final List<Figure> figures = new ArrayList<>();

    List<Figure> all() {
        return figures;
    }

    /// A whole number within bounds.
    @Nullable Integer wholeNumber(
            YamlFields fields, String owner, String name, int least, int most) {
        return figure(fields, owner, name, node -> wholeNumber(node, least, most));
    }

    /// Years of the cycle, ascending, each once.
    List<Integer> years(YamlFields fields, String owner, String name, int cycleYears) {
        List<Integer> years = figure(fields, owner, name, node -> years(node, cycleYears));
        return years == null ? List.of() : years;
    }

    @Nullable BigDecimal credits(YamlFields fields, String owner, String name) {
        return figure(fields, owner, name, FigureReader::credits);
    }

    @Nullable MonthDay monthDay(YamlFields fields, String owner, String name) {
        return figure(
                fields,
                owner,
                name,
                node -> parsed(text(node), text -> MonthDay.parse("--" + text), "MM-DD"));
    }

    @Nullable ZoneId zone(YamlFields fields, String owner, String name) {
        return figure(
                fields, owner, name, node -> parsed(text(node), ZoneId::of, "a time zone id"));
    }

    private <T> @Nullable T figure(
            YamlFields fields, String owner, String name, Function<Node, T> read) {
        Node node = fields.take(name);
        if (node == null) {
            return null;
        }
        YamlFields parts = new YamlFields(node, fields.path(name), fields.errors());
        Node value = parts.take("value");
        Figure.Basis basis = parts.word("basis", Figure.Basis.class);
        String source = parts.text("source");
        boolean awaitsBoard = parts.flag("awaitsBoard");
        parts.nothingElse();
        if (value == null) {
            return null;
        }
        try {
            T result = read.apply(value);
            if (basis != null && source != null) {
                figures.add(new Figure(owner + name, text(value), basis, source, awaitsBoard));
            }
            return result;
        } catch (IllegalArgumentException refused) {
            fields.errors().add(value, parts.path("value"), String.valueOf(refused.getMessage()));
            return null;
        }
    }

    /// @throws IllegalArgumentException with the expected form
    static int wholeNumber(Node node, int least, int most) {
        String text = text(node);
        boolean digits = text.matches("[0-9]{1," + MOST_DIGITS + "}");
        if (!digits || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    "should be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static List<Integer> years(Node node, int cycleYears) {
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw new IllegalArgumentException("should be a list of years, such as [3, 6, 9]");
        }
        List<Integer> years = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Node entry : sequence.getValue()) {
            int year = wholeNumber(entry, 1, cycleYears);
            if (!seen.add(year) || (!years.isEmpty() && year < years.getLast())) {
                throw new IllegalArgumentException("should be ascending, each year once");
            }
            years.add(year);
        }
        return years;
    }

    private static BigDecimal credits(Node node) {
        String text = text(node);
        BigDecimal credits =
                text.matches("[0-9]{1,6}([.][0-9]{1,4})?") ? new BigDecimal(text) : BigDecimal.ZERO;
        if (credits.signum() == 0 || credits.remainder(new BigDecimal("0.25")).signum() != 0) {
            throw new IllegalArgumentException("should be credits in steps of 0.25, above zero");
        }
        return credits;
    }

    private static <T> T parsed(String text, Function<String, T> parse, String what) {
        try {
            return parse.apply(text);
        } catch (RuntimeException unparsable) {
            throw new IllegalArgumentException("should be " + what, unparsable);
        }
    }

    /// The text of the file; a list looks like `[3, 6, 9]`.
    private static String text(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence ->
                    sequence.getValue().stream().map(FigureReader::text).toList().toString();
            default -> "";
        };
    }
}
