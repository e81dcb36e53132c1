package cme.benchmarks.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of `docs/capacity.md` are computed. With `-Dcapacity.update` the test writes them
/// into the page.
class CapacityPageTest {
    private static final Path PAGE = ProjectFolder.find().resolve("docs/capacity.md");

    @Test
    void thePageHasTheTablesThatFollowFromItsNumbers() throws IOException {
        String page = Files.readString(PAGE);
        String computed = page;
        computed = replaced(computed, "assumptions", assumptions());
        computed = replaced(computed, "costs", costs());
        computed = replaced(computed, "results", results());
        if (Boolean.getBoolean("capacity.update")) {
            Files.writeString(PAGE, computed);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(computed);
    }

    @Test
    void moreDiplomatesNeedProportionallyMoreOfEverything() {
        var small = new Capacity.Size("small", 1_000, 0.1);
        var large = new Capacity.Size("large", 3_000, 0.1);

        assertThat(Capacity.RESULTS)
                .allSatisfy(
                        result ->
                                assertThat(result.value().applyAsDouble(large))
                                        .isCloseTo(
                                                3 * result.value().applyAsDouble(small),
                                                org.assertj.core.data.Percentage.withPercentage(
                                                        0.001)));
    }

    private static String replaced(String page, String name, Stream<String> lines) {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end -->";
        int from = page.indexOf(begin) + begin.length();
        assertThat(from).as("a place for the " + name).isGreaterThan(begin.length());
        int to = page.indexOf(end, from);
        return page.substring(0, from)
                + String.join("\n", lines.toList())
                + "\n"
                + page.substring(to);
    }

    private static Stream<String> assumptions() {
        return table(
                List.of("| | | assumed | because |", "|---|---:|---|---|"),
                Stream.concat(
                        Capacity.ASSUMPTIONS.stream().map(Capacity.Input::line),
                        Stream.of(
                                "| `m` | 0.30, 0.05, 0.05 | share of a year's completions on its busiest day | one board has one large meeting; those of many boards are not on one day |")));
    }

    private static Stream<String> costs() {
        return table(
                List.of("| | | measured | from |", "|---|---:|---|---|"),
                Capacity.COSTS.stream().map(Capacity.Input::line));
    }

    private static Stream<String> results() {
        var head = new StringBuilder("| | |");
        var rule = new StringBuilder("|---|---|");
        for (Capacity.Size size : Capacity.SIZES) {
            head.append(" %s, %s |".formatted(size.name(), Capacity.number(size.diplomates())));
            rule.append("---:|");
        }
        return table(
                List.of(head.toString(), rule.toString()),
                Capacity.RESULTS.stream().map(Capacity.Result::line));
    }

    private static Stream<String> table(List<String> head, Stream<String> lines) {
        return Stream.concat(head.stream(), lines);
    }
}
