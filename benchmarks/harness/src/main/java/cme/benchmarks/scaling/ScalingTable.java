package cme.benchmarks.scaling;

import static cme.benchmarks.result.Markdown.number;

import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.result.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The costs at two sizes, side by side, as Markdown; and what follows for a size that was not
/// measured.
///
/// @param extrapolated the size that was not measured; empty for none
record ScalingTable(Measured small, Measured large, Optional<Integer> extrapolated) {
    static final double FLAT = 1.2;

    private static final double GIGABYTE = 1e9;

    String text() {
        return costs() + "\n" + spent() + "\n" + tables() + "\n" + notes();
    }

    private String costs() {
        var table = new StringBuilder();
        table.append(
                String.format(
                        Locale.ROOT,
                        "| one item | %,d | %,d | ratio | aim | |%s%n",
                        small.diplomates(),
                        large.diplomates(),
                        extrapolated.map(" %,d, extrapolated |"::formatted).orElse("")));
        table.append("|---|---:|---:|---:|---|---|")
                .append(extrapolated.isPresent() ? "---:|" : "");
        table.append('\n');
        for (Cost cost : large.costs()) {
            small.cost(cost.item()).ifPresent(before -> table.append(line(before, cost)));
        }
        return table.toString();
    }

    private String line(Cost before, Cost now) {
        Figure figure = figure(before, now);
        return String.format(
                Locale.ROOT,
                "| %s | %s %s | %s %s | **%.2f** | %s | %s |%s%n",
                now.item(),
                number(before.time().median()),
                before.unit(),
                number(now.time().median()),
                now.unit(),
                figure.ratio(),
                figure.aim(),
                figure.verdict(),
                extrapolated.map(size -> " " + at(size, before, now) + " |").orElse(""));
    }

    private static Figure figure(Cost before, Cost now) {
        return new Figure(
                "scale",
                now.item(),
                now.unit(),
                now.time(),
                "itself at a tenth",
                before.time(),
                Aim.flat(FLAT));
    }

    private String at(int size, Cost before, Cost now) {
        return figure(before, now).verdict() == Verdict.CANNOT_TELL
                ? "cannot tell"
                : number(
                                extrapolate(
                                        small.diplomates(),
                                        before.time().median(),
                                        large.diplomates(),
                                        now.time().median(),
                                        size))
                        + " "
                        + now.unit();
    }

    /// The cost at a size that was not measured, if it goes on growing by as much each time the
    /// data grows tenfold. So grow the depth of an index and the share of it that is not in memory,
    /// as long as nothing begins to go through whole tables.
    static double extrapolate(int small, double before, int large, double now, int size) {
        double grownBy = (now - before) / Math.log((double) large / small);
        return now + grownBy * Math.log((double) size / large);
    }

    private String spent() {
        var table =
                new StringBuilder(
                        "| one item at %,d | CPU, ms | log of PostgreSQL, bytes |%n|---|---|---:|%n"
                                .formatted(large.diplomates()));
        for (Cost cost : large.costs()) {
            if (!cost.spent().cpu().isEmpty()) {
                table.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %s | %,.0f |%n",
                                cost.item(),
                                shares(cost.spent().cpu()),
                                cost.spent().log()));
            }
        }
        return table.toString();
    }

    private static String shares(Map<String, Double> cpu) {
        return cpu.entrySet().stream()
                .filter(share -> share.getValue() > 0.0005)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(
                        share ->
                                String.format(
                                        Locale.ROOT, "%s %.3f", share.getKey(), share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String tables() {
        var table =
                new StringBuilder(
                        "| at %,d | rows | GB | of it indexes | KB a diplomate | dead rows |%n|---|---:|---:|---:|---:|---:|%n"
                                .formatted(large.diplomates()));
        for (TableSize size : large.tables()) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %,d | %.2f | %.2f | %.1f | %,d |%n",
                            size.name(),
                            size.rows(),
                            size.bytes() / GIGABYTE,
                            size.indexes() / GIGABYTE,
                            size.bytes() / 1e3 / large.diplomates(),
                            size.dead()));
        }
        return table.append(
                        String.format(
                                Locale.ROOT,
                                "| all | | %.2f | | %.1f | |%n",
                                large.bytes() / GIGABYTE,
                                large.bytes() / 1e3 / large.diplomates()))
                .toString();
    }

    private String notes() {
        return large.notes().stream().map(note -> "- " + note + "\n").collect(Collectors.joining());
    }
}
