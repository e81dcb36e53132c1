package cme.chassis.database;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns rows into columns, so that `insert ... select from unnest(:column::type[], ...)` writes
/// any number of rows in one statement.
public final class Columns {

    private Columns() {}

    /// Returns one column as text, which the statement casts to its type. Nulls stay nulls, and
    /// rows that share a value share its text.
    public static <T> @Nullable String[] of(
            List<T> rows, Function<? super T, ? extends @Nullable Object> value) {
        var column = new @Nullable String[rows.size()];
        Object before = null;
        for (int i = 0; i < column.length; i++) {
            Object current = value.apply(rows.get(i));
            column[i] = i > 0 && current == before ? column[i - 1] : text(current);
            before = current;
        }
        return column;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Object other -> other.toString();
        };
    }
}
