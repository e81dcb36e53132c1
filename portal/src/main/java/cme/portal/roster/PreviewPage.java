package cme.portal.roster;

import cme.portal.credit.RosterResult;
import cme.portal.credit.RosterRow;
import cme.portal.page.Formats;
import cme.portal.page.Sentences;
import cme.portal.page.Words;
import cme.portal.picture.StackedBar;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The effect that posting a file would have.
///
/// @param about the file
/// @param columns to be named; empty where nothing is to be named
/// @param openColumns whether the names are what is missing
/// @param refusals why the file cannot be read as it is
/// @param bar what would become of the rows; null when it was refused
/// @param waits why rows would wait for the board, with their number
/// @param kinds of errors with their number
/// @param post the words of the button; null when nothing can be posted
public record PreviewPage(
        String id,
        String name,
        String about,
        String headline,
        String lead,
        List<String> refusals,
        List<Column> columns,
        boolean openColumns,
        List<Option> fields,
        @Nullable First first,
        @Nullable StackedBar bar,
        List<String> notices,
        List<Wait> waits,
        List<Kind> kinds,
        List<Line> lines,
        @Nullable String more,
        @Nullable String post) {

    private static final int LINES = 10;
    private static final int SAMPLES = 3;

    /// @param sample the first values
    /// @param field what is chosen; empty to leave it out
    public record Column(int number, String name, String sample, String field) {}

    public record Option(String value, String label) {}

    /// The first rows of the table.
    public record First(List<String> header, List<List<String>> rows) {}

    public record Wait(String count, String reason) {}

    public record Kind(String count, String field, String sentence) {}

    public record Line(String row, String reference, List<String> errors) {}

    static PreviewPage of(KeptFile file, Formats formats) {
        RosterResult result = file.result();
        ServiceProblem refusal = file.refusal();
        boolean table = file.table() != null && !file.form().pars();
        boolean header = refusal != null && isOfHeader(refusal);
        return new PreviewPage(
                file.id(),
                result != null
                        ? result.externalId()
                        : Objects.requireNonNullElse(file.rosterName(), "New roster"),
                file.fileName(),
                headline(result, refusal, header && table, formats),
                lead(result, header && table, formats),
                refusal == null ? List.of() : refusals(file, refusal, formats),
                table && (header || file.fields() != null) ? columns(file) : List.of(),
                header,
                PostedRow.FIELDS.stream().map(one -> new Option(one, Words.field(one))).toList(),
                Optional.ofNullable(file.table())
                        .map(one -> new First(one.header(), one.rows()))
                        .orElse(null),
                result == null ? null : Outcomes.of(result).expected(formats),
                result == null
                        ? List.of()
                        : result.notices().stream()
                                .map(one -> notice(file, one.detail(), formats))
                                .toList(),
                result == null ? List.of() : waits(result, formats),
                result == null ? List.of() : kinds(result, formats),
                result == null ? List.of() : lines(result, formats),
                result == null ? null : more(result, formats),
                result == null || result.rows() == 0
                        ? null
                        : "Post " + formats.count(result.rows(), "row", "rows"));
    }

    private static boolean isOfHeader(ServiceProblem refusal) {
        return refusal.errors().stream()
                .anyMatch(
                        one ->
                                one.code().equals("csv.unknown-column")
                                        || one.code().equals("csv.missing-column")
                                        || one.code().equals("csv.repeated-column"));
    }

    private static String headline(
            @Nullable RosterResult result,
            @Nullable ServiceProblem refusal,
            boolean header,
            Formats formats) {
        if (header) {
            return "Which column is which?";
        }
        if (result == null) {
            return refusal != null && refusal.isOutage()
                    ? "It could not be checked yet."
                    : "This file cannot be read as it is.";
        }
        String rows = formats.count(result.rows(), "row", "rows");
        int inOrder = Outcomes.of(result).inOrder();
        return inOrder == result.rows()
                ? "All is in order: " + rows + "."
                : formats.count(inOrder)
                        + " of "
                        + rows
                        + (inOrder == 1 ? " is" : " are")
                        + " in order.";
    }

    private static String lead(@Nullable RosterResult result, boolean header, Formats formats) {
        if (header) {
            return "The ledger does not know all names of your columns. Say what each one is; the"
                    + " values stay as they are.";
        }
        if (result == null) {
            return "Nothing was posted.";
        }
        String others = Outcomes.of(result).othersInWords(formats);
        return (others.isEmpty() ? "" : others + ". ")
                + (result.rejected() == 0
                        ? "Nothing is recorded yet. The same file again is harmless: what is"
                                + " recorded already stays as it is."
                        : "Nothing is recorded yet. You can post now and mend those rows afterwards,"
                                + " or mend the file and choose it again; what is recorded already"
                                + " stays as it is.");
    }

    /// The sentences of the ledger, without those that the form of the columns says itself.
    private static List<String> refusals(KeptFile file, ServiceProblem refusal, Formats formats) {
        if (refusal.errors().isEmpty()) {
            return List.of(Sentences.of(refusal.detail(), formats));
        }
        boolean first = file.table() != null && file.fields() == null && isOfHeader(refusal);
        return refusal.errors().stream()
                .filter(one -> !first || !one.code().matches("csv\\.(unknown|missing)-column"))
                .map(Violation::detail)
                .map(one -> Sentences.of(one, formats))
                .toList();
    }

    /// Columns that were left out have their own names here.
    private static String notice(KeptFile file, String detail, Formats formats) {
        String named = detail;
        Table table = file.table();
        if (table != null && file.fields() != null) {
            for (int i = table.header().size(); i > 0; i--) {
                named = named.replace(Columns.leftOut(i), table.header().get(i - 1));
            }
        }
        return Sentences.of(named, formats);
    }

    private static List<Column> columns(KeptFile file) {
        Table table = Objects.requireNonNull(file.table());
        List<String> fields =
                file.fields() == null ? Columns.guessed(table.header()) : file.fields();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            int place = i;
            String name = table.header().get(i);
            columns.add(
                    new Column(
                            i + 1,
                            name.isEmpty() ? "Column " + (i + 1) : name,
                            String.join(
                                    ", ",
                                    table.rows().stream()
                                            .filter(row -> row.size() > place)
                                            .map(row -> row.get(place))
                                            .filter(value -> !value.isBlank())
                                            .limit(SAMPLES)
                                            .toList()),
                            i < fields.size() ? fields.get(i) : ""));
        }
        return columns;
    }

    private static List<Wait> waits(RosterResult result, Formats formats) {
        Map<String, Long> byReason =
                result.results().stream()
                        .filter(row -> row.outcome().equals("HELD") && row.reason() != null)
                        .collect(Collectors.groupingBy(RosterRow::reason, Collectors.counting()));
        return byReason.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(
                        one ->
                                new Wait(
                                        formats.count(one.getValue(), "row", "rows"),
                                        Words.heldReason(one.getKey())))
                .toList();
    }

    private static List<Kind> kinds(RosterResult result, Formats formats) {
        Map<String, List<Violation>> byCode = new LinkedHashMap<>();
        for (RosterRow row : result.results()) {
            for (Violation error : row.errors()) {
                byCode.computeIfAbsent(error.code() + error.field(), _ -> new ArrayList<>())
                        .add(error);
            }
        }
        return byCode.values().stream()
                .sorted((a, b) -> Integer.compare(b.size(), a.size()))
                .map(
                        errors ->
                                new Kind(
                                        formats.count(errors.size(), "row", "rows"),
                                        Words.field(errors.getFirst().field()),
                                        Sentences.of(errors.getFirst().detail(), formats)))
                .toList();
    }

    private static List<Line> lines(RosterResult result, Formats formats) {
        return result.results().stream()
                .filter(row -> row.outcome().equals("REJECTED"))
                .limit(LINES)
                .map(
                        row ->
                                new Line(
                                        formats.count(row.row()),
                                        Objects.requireNonNullElse(row.externalId(), ""),
                                        row.errors().stream()
                                                .map(
                                                        error ->
                                                                Words.field(error.field())
                                                                        + ": "
                                                                        + Sentences.of(
                                                                                error.detail(),
                                                                                formats))
                                                .toList()))
                .toList();
    }

    private static @Nullable String more(RosterResult result, Formats formats) {
        int hidden = result.rejected() - LINES;
        return hidden > 0 ? "and " + formats.count(hidden, "row", "rows") + " more" : null;
    }
}
