package cme.portal.whatif;

import cme.portal.page.Query;
import cme.portal.status.StatusAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The question as the address says it, so that it can be sent and a reload asks the same.
///
/// @param asOf a day; null for today
/// @param tracerYear the due year whose tracer procedure is supposed; null for none
record Question(
        String diplomateId,
        List<Row> rows,
        @Nullable LocalDate asOf,
        @Nullable Integer tracerYear,
        String procedure) {

    /// As many as a page shows; further ones in an address are left out.
    static final int MOST_ROWS = 20;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,99}");

    /// Whether a text can be the code of an activity.
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /// A completion to suppose, as it was typed. It has an activity or a title.
    ///
    /// @param activity a code of the catalog; empty for what is not in it
    record Row(String activity, String title, String on, String credits, String safety) {

        static Row ofActivity(String code) {
            return new Row(code, "", "", "", "");
        }

        static Row titled(String title) {
            return new Row("", title, "", "", "");
        }

        boolean isEmpty() {
            return activity.isEmpty() && title.isEmpty();
        }
    }

    /// Parameters of the same name belong to rows in their order; those that are left out are
    /// empty.
    static Question of(
            String diplomateId,
            List<String> activity,
            List<String> title,
            List<String> on,
            List<String> credits,
            List<String> safety,
            @Nullable LocalDate asOf,
            @Nullable Integer tracerYear,
            @Nullable String procedure) {
        List<Row> rows =
                IntStream.range(0, Math.max(activity.size(), title.size()))
                        .mapToObj(
                                i ->
                                        new Row(
                                                at(activity, i),
                                                at(title, i),
                                                at(on, i),
                                                at(credits, i),
                                                at(safety, i)))
                        .filter(row -> !row.isEmpty())
                        .limit(MOST_ROWS)
                        .toList();
        String chosen = procedure == null ? "" : procedure.strip();
        return new Question(diplomateId, rows, asOf, chosen.isEmpty() ? null : tracerYear, chosen);
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index).strip() : "";
    }

    boolean isFull() {
        return rows.size() == MOST_ROWS;
    }

    /// Whether anything is supposed.
    boolean supposesNothing() {
        return rows.isEmpty() && tracerYear == null;
    }

    Question with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return withRows(more);
    }

    Question without(int index) {
        List<Row> fewer = new ArrayList<>(rows);
        if (index >= 0 && index < fewer.size()) {
            fewer.remove(index);
        }
        return withRows(fewer);
    }

    private Question withRows(List<Row> others) {
        return new Question(diplomateId, List.copyOf(others), asOf, tracerYear, procedure);
    }

    /// @param day null for today
    Question asOf(@Nullable LocalDate day) {
        return new Question(diplomateId, rows, day, tracerYear, procedure);
    }

    String path() {
        return StatusAddress.path(diplomateId) + "/what-if";
    }

    /// The path with the question. A parameter that is empty in every row is left out.
    String address() {
        Query query = Query.of(path());
        query = withRows(query, "activity", Row::activity);
        query = withRows(query, "title", Row::title);
        query = withRows(query, "on", Row::on);
        query = withRows(query, "credits", Row::credits);
        query = withRows(query, "safety", Row::safety);
        query = query.with("asOf", asOf);
        return tracerYear == null
                ? query.toString()
                : query.and("year", tracerYear).and("procedure", procedure).toString();
    }

    private Query withRows(Query query, String name, Function<Row, String> value) {
        Query changed = query;
        if (rows.stream().map(value).anyMatch(text -> !text.isEmpty())) {
            for (Row row : rows) {
                changed = changed.and(name, value.apply(row));
            }
        }
        return changed;
    }
}
