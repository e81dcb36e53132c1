package cme.catalog.register;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Binds rows as one array a column, for statements that take them apart with `unnest`: the number
/// of statements does not grow with the number of rows.
final class Columns<R> {

    private final SqlStatement<?> statement;
    private final List<R> rows;

    Columns(SqlStatement<?> statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /// The values go over as text; the statement says their type.
    Columns<R> bind(String name, Function<? super R, ? extends @Nullable Object> value) {
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            var one = value.apply(rows.get(i));
            texts[i] = one == null ? null : one.toString();
        }
        statement.bind(name, texts);
        return this;
    }
}
