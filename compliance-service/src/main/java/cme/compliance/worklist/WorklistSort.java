package cme.compliance.worklist;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.compliance.rules.Standing;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The order of the worklist; the diplomate decides between equal ones. An index has each order.
enum WorklistSort {
    DIPLOMATE(""),
    /// The next deadline; diplomates without one come last.
    DEADLINE("coalesce(%s.next_deadline, 'infinity'::date)"),
    /// The worst standing first.
    STANDING("case %s.standing " + ranks() + " end");

    /// A place in the list.
    ///
    /// @param key what the order compares before the diplomate; empty where that is all
    record Position(String key, String diplomate) {

        static final Position BEGINNING = new Position("", "");
    }

    private static final String NO_DEADLINE = "infinity";

    private final String key;

    /// @param key expression for the table %s
    WorklistSort(String key) {
        this.key = key;
    }

    private static String ranks() {
        return Arrays.stream(Standing.values())
                .map(standing -> "when '%s' then %d".formatted(standing, standing.ordinal()))
                .collect(Collectors.joining(" "));
    }

    /// Reports a value that is none.
    static WorklistSort read(Fields query) {
        String sent = query.text("sort", 20);
        if (sent == null) {
            return DIPLOMATE;
        }
        for (WorklistSort sort : values()) {
            if (sort.toString().equals(sent)) {
                return sort;
            }
        }
        query.violation("sort", "unknown-value", "One of " + List.of(values()) + ".");
        return DIPLOMATE;
    }

    PageRequest page(Fields query) {
        return this == DIPLOMATE
                ? PageRequest.read(query, 1)
                : PageRequest.read(query, 2, cursor -> isKey(cursor.part(0)));
    }

    Position after(PageRequest page) {
        Cursor cursor = page.after();
        if (cursor == null) {
            return Position.BEGINNING;
        }
        return this == DIPLOMATE
                ? new Position("", cursor.part(0))
                : new Position(cursor.part(0), cursor.part(1));
    }

    private boolean isKey(String text) {
        return switch (this) {
            case DIPLOMATE -> text.isEmpty();
            case DEADLINE -> text.equals(NO_DEADLINE) || isDate(text);
            case STANDING -> rank(text) != null;
        };
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static @Nullable Integer rank(String text) {
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.name().equals(text))
                .map(Standing::ordinal)
                .findFirst()
                .orElse(null);
    }

    Position of(WorklistEntry entry) {
        String id = entry.diplomateId();
        return switch (this) {
            case DIPLOMATE -> new Position("", id);
            case DEADLINE ->
                    new Position(
                            entry.nextDeadline() == null
                                    ? NO_DEADLINE
                                    : entry.nextDeadline().toString(),
                            id);
            case STANDING -> new Position(entry.standing().name(), id);
        };
    }

    Cursor cursor(WorklistEntry entry) {
        Position position = of(entry);
        return this == DIPLOMATE
                ? Cursor.of(position.diplomate())
                : Cursor.of(position.key(), position.diplomate());
    }

    /// The columns that order a table, in SQL.
    String order(String table) {
        String id = table + ".diplomate_id";
        return this == DIPLOMATE ? id : key.formatted(table) + ", " + id;
    }

    /// The condition on what comes after a position in SQL, with the parameter `:after`. The key
    /// was read by this class and is a date or a word, so it is written into the text.
    String comesAfter(Position position, String table) {
        if (this == DIPLOMATE) {
            return table + ".diplomate_id > :after";
        }
        if (position.equals(Position.BEGINNING)) {
            return ":after = ''";
        }
        String value =
                this == DEADLINE
                        ? "date '%s'".formatted(position.key())
                        : String.valueOf(rank(position.key()));
        return "(%s) > (%s, :after)".formatted(order(table), value);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
