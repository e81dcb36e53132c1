package cme.benchmarks.capacity;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The arithmetic of `docs/capacity.md`: assumptions about how a board works, costs that were
/// measured, and what follows from both.
final class Capacity {
    /// A size that is looked at.
    ///
    /// @param peakDay the share of a year's completions that comes on one day
    record Size(String name, double diplomates, double peakDay) {}

    static final List<Size> SIZES =
            List.of(
                    new Size("one board", 7_000, 0.30),
                    new Size("all boards", 1_000_000, 0.05),
                    new Size("ten times that", 10_000_000, 0.05));

    /// A number that somebody else may put in otherwise.
    record Input(String symbol, double value, String meaning, String from) {
        String line() {
            return "| `%s` | %s | %s | %s |".formatted(symbol, number(value), meaning, from);
        }
    }

    static final Input COMPLETIONS =
            new Input(
                    "c",
                    12,
                    "completions of a diplomate in a year",
                    "50 credits a year, four each");
    static final Input REVISIONS =
            new Input("v", 1.1, "events of a completion", "one in ten is corrected");
    static final Input YEARS =
            new Input("y", 10, "years that are kept", "a cycle; nothing is deleted");
    static final Input ROSTERS =
            new Input("r", 0.9, "share that comes in rosters", "the rest is posted one by one");
    static final Input PEAK_HOUR =
            new Input("h", 0.25, "share of a day in its busiest hour", "office hours");
    static final Input READS =
            new Input("s", 0.1, "statuses read a diplomate and day", "three a month");
    static final Input READS_PEAK =
            new Input(
                    "S",
                    10,
                    "times that in the last week of November",
                    "the deadline is 1 December");
    static final Input PAGES =
            new Input("p", 0.05, "pages of the worklist a diplomate and day", "350 for 7,000");
    static final Input PAGES_PEAK = new Input("P", 3, "times that in the same week", "guessed");
    static final Input BUSY =
            new Input(
                    "u",
                    0.5,
                    "part of a core that may be busy in that hour",
                    "so that one of two may fail");
    static final Input NIGHT =
            new Input("n", 4, "hours in which all statuses are made for the new day", "the night");
    static final Input COPIES_OF_TOPICS =
            new Input("k", 3, "copies of a topic", "replication of Kafka");
    static final Input COPIES_OF_DATABASE =
            new Input("d", 2, "copies of a database", "primary and standby");

    static final List<Input> ASSUMPTIONS =
            List.of(
                    COMPLETIONS,
                    REVISIONS,
                    YEARS,
                    ROSTERS,
                    PEAK_HOUR,
                    READS,
                    READS_PEAK,
                    PAGES,
                    PAGES_PEAK,
                    BUSY,
                    NIGHT,
                    COPIES_OF_TOPICS,
                    COPIES_OF_DATABASE);

    /// Where two cores did nothing else: 2,000 milliseconds of a core a second, divided by the
    /// rate.
    private static Input ofRate(String symbol, double perSecond, String what, String row) {
        return new Input(
                symbol,
                2_000 / perSecond,
                "core milliseconds for " + what,
                "2,000 / %s, `%s`".formatted(number(perSecond), row));
    }

    static final Input POST = ofRate("C1", 1_732, "a completion posted alone", "posting");
    static final Input ROW = ofRate("C2", 10_911, "a row of a roster", "roster");
    static final Input FRESH = ofRate("C3", 1e6 / 341, "an event to a stored status", "growth");
    static final Input BULK = ofRate("C4", 19_259, "an event among many", "catching-up");
    static final Input READ = ofRate("C5", 4_025, "a status read", "status");
    static final Input PAGE = ofRate("C6", 952, "a page of the worklist", "worklist");
    static final Input ASSESSED = ofRate("C7", 1_524, "a diplomate assessed again", "recompute");
    private static final String TRIAL = "20,000 completions of 200 diplomates, by `scale`";

    static final Input LEDGER =
            new Input("B1", 1.3, "KB of a completion in the ledger, its log and the chain", TRIAL);
    static final Input EVIDENCE =
            new Input(
                    "B2",
                    1.45,
                    "KB of it as evidence, and of the readiness event it leads to",
                    TRIAL);
    static final Input TOPIC =
            new Input("B3", 2.3, "KB of both events on their topics, one copy", TRIAL);
    static final Input STATUS =
            new Input("B4", 45, "KB of a diplomate: status, findings, records", TRIAL);
    static final Input RENEWAL_LOG =
            new Input(
                    "W1",
                    73,
                    "KB of PostgreSQL's log when a status is written again",
                    "200 rows by SQL, just after a checkpoint");
    static final Input COMPLETION_LOG =
            new Input("W2", 77, "KB of it for a completion", "W1, and what B1 and B2 take");

    static final List<Input> COSTS =
            List.of(
                    POST,
                    ROW,
                    FRESH,
                    BULK,
                    READ,
                    PAGE,
                    ASSESSED,
                    LEDGER,
                    EVIDENCE,
                    TOPIC,
                    STATUS,
                    RENEWAL_LOG,
                    COMPLETION_LOG);

    /// A line of the result.
    ///
    /// @param formula with the symbols of the inputs; `D` is the number of diplomates, `m` the
    ///   share of the peak day, words are lines before
    record Result(String what, String formula, ToDoubleFunction<Size> value) {
        String line() {
            var line = new StringBuilder("| %s | `%s` |".formatted(what, formula));
            SIZES.forEach(
                    size ->
                            line.append(' ')
                                    .append(number(value.applyAsDouble(size)))
                                    .append(" |"));
            return line.toString();
        }
    }

    private static final double SECONDS = 3_600;
    private static final double DAYS_A_MONTH = 30.4;
    private static final double MILLIS_AN_HOUR = 3.6e6;
    private static final double KB_A_GB = 1e6;
    private static final double COPIED_MB_A_SECOND = 100;

    private static double completions(Size size) {
        return size.diplomates() * COMPLETIONS.value();
    }

    private static double rows(Size size) {
        return completions(size) * size.peakDay() * PEAK_HOUR.value() / SECONDS;
    }

    private static double reads(Size size) {
        return size.diplomates() * READS.value() * READS_PEAK.value() * PEAK_HOUR.value() / SECONDS;
    }

    private static double pages(Size size) {
        return size.diplomates() * PAGES.value() * PAGES_PEAK.value() * PEAK_HOUR.value() / SECONDS;
    }

    /// Core milliseconds of a completion, from the request to the status.
    private static double ofCompletion() {
        return ROSTERS.value() * ROW.value()
                + (1 - ROSTERS.value()) * POST.value()
                + REVISIONS.value() * FRESH.value();
    }

    private static double coresOfHour(Size size) {
        return (rows(size) * ofCompletion()
                        + reads(size) * READ.value()
                        + pages(size) * PAGE.value())
                / 1_000
                / BUSY.value();
    }

    private static double coresAtNight(Size size) {
        return size.diplomates() * ASSESSED.value() / 1_000 / SECONDS / NIGHT.value();
    }

    private static double usedInMonth(Size size) {
        return (completions(size) / 12 * ofCompletion()
                        + DAYS_A_MONTH
                                * size.diplomates()
                                * (READS.value() * READ.value()
                                        + PAGES.value() * PAGE.value()
                                        + ASSESSED.value()))
                / MILLIS_AN_HOUR;
    }

    private static double events(Size size) {
        return completions(size) * REVISIONS.value() * YEARS.value();
    }

    private static double databases(Size size) {
        return (events(size) * (LEDGER.value() + EVIDENCE.value())
                        + size.diplomates() * STATUS.value())
                / KB_A_GB;
    }

    static final List<Result> RESULTS =
            List.of(
                    new Result("completions a year", "D c", Capacity::completions),
                    new Result(
                            "rows a second in the busiest hour", "D c m h / 3600", Capacity::rows),
                    new Result(
                            "statuses read a second in the busiest hour",
                            "D s S h / 3600",
                            Capacity::reads),
                    new Result(
                            "pages of the worklist a second then",
                            "D p P h / 3600",
                            Capacity::pages),
                    new Result(
                            "cores for that hour",
                            "(rows (r C2 + (1 - r) C1 + v C3) + read C5 + pages C6) / 1000 / u",
                            Capacity::coresOfHour),
                    new Result(
                            "cores for the statuses of the new day",
                            "D C7 / 1000 / 3600 / n",
                            Capacity::coresAtNight),
                    new Result(
                            "core-hours used in a month",
                            "(D c / 12 (r C2 + (1 - r) C1 + v C3) + 30.4 D (s C5 + p C6 + C7)) / 3.6e6",
                            Capacity::usedInMonth),
                    new Result(
                            "core-hours of a change of the rules",
                            "D C7 / 3.6e6",
                            size -> size.diplomates() * ASSESSED.value() / MILLIS_AN_HOUR),
                    new Result("events on the topic after y years", "D c v y", Capacity::events),
                    new Result(
                            "core-hours of a rebuild then",
                            "(events C4 + D C7) / 3.6e6",
                            size ->
                                    (events(size) * BULK.value()
                                                    + size.diplomates() * ASSESSED.value())
                                            / MILLIS_AN_HOUR),
                    new Result(
                            "GB of the ledger then",
                            "events B1 / 1e6",
                            size -> events(size) * LEDGER.value() / KB_A_GB),
                    new Result(
                            "GB of the evidence",
                            "events B2 / 1e6",
                            size -> events(size) * EVIDENCE.value() / KB_A_GB),
                    new Result(
                            "GB of the statuses",
                            "D B4 / 1e6",
                            size -> size.diplomates() * STATUS.value() / KB_A_GB),
                    new Result(
                            "GB of all copies of the databases",
                            "(ledger + evidence + statuses) d",
                            size -> databases(size) * COPIES_OF_DATABASE.value()),
                    new Result(
                            "GB of the topics on all brokers",
                            "events B3 k / 1e6",
                            size ->
                                    events(size)
                                            * TOPIC.value()
                                            * COPIES_OF_TOPICS.value()
                                            / KB_A_GB),
                    new Result(
                            "hours to copy a backup back, at 100 MB a second",
                            "(ledger + evidence + statuses) / 360",
                            size -> databases(size) * 1e3 / COPIED_MB_A_SECOND / SECONDS),
                    new Result(
                            "GB of PostgreSQL's log a day",
                            "(D W1 + D c v / 365 W2) / 1e6",
                            size ->
                                    (size.diplomates() * RENEWAL_LOG.value()
                                                    + completions(size)
                                                            * REVISIONS.value()
                                                            / 365
                                                            * COMPLETION_LOG.value())
                                            / KB_A_GB),
                    new Result(
                            "MB of it a second at night",
                            "D W1 / 1e3 / 3600 / n",
                            size ->
                                    size.diplomates()
                                            * RENEWAL_LOG.value()
                                            / 1e3
                                            / SECONDS
                                            / NIGHT.value()));

    /// With as many digits as it is worth.
    static String number(double value) {
        String format =
                value == Math.rint(value) || value >= 100
                        ? "%,.0f"
                        : value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
