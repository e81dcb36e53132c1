package cme.benchmarks.bare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A table of which rows are put in the place of older ones, in its twin in the schema `reference`.
///
/// @param key its columns that say which row is meant
/// @param filter more to say about the rows, in SQL
record WrittenTable(String name, String key, String filter, List<Column> columns) {
    /// @param type as a cast names it
    record Column(String name, String type) {}

    private static final String COLUMNS =
            """
            select attname, format_type(atttypid, null) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """;

    static WrittenTable of(Connection connection, String name, String key, String filter)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (var query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return new WrittenTable(name, key, filter, columns);
    }

    /// Rows of some diplomates, all columns as text.
    String select() {
        var texts = columns.stream().map(column -> column.name() + "::text").toList();
        return "select %s from %s where diplomate_id = any(?)%s"
                .formatted(String.join(", ", texts), name, filter);
    }

    /// Takes each column as an array of text.
    String upsert() {
        var arrays = columns.stream().map(_ -> "?::text[]").toList();
        var names = columns.stream().map(Column::name).toList();
        var values = columns.stream().map(c -> c.name() + "::" + c.type()).toList();
        var moves = columns.stream().map(c -> c.name() + " = excluded." + c.name()).toList();
        return "insert into reference.%s select %s from unnest(%s) as n (%s) on conflict (%s) do update set %s"
                .formatted(
                        name,
                        String.join(", ", values),
                        String.join(", ", arrays),
                        String.join(", ", names),
                        key,
                        String.join(", ", moves));
    }
}
