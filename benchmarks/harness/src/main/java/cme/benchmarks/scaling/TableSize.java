package cme.benchmarks.scaling;

import cme.benchmarks.stack.Sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The size of a table as PostgreSQL counts it, or of the topics.
///
/// @param rows as last estimated
/// @param heap bytes of the rows, with the long values that lie outside them
/// @param indexes bytes of all its indexes
/// @param dead rows that no vacuum has removed yet
record TableSize(String name, long rows, long heap, long indexes, long dead) {
    /// Smaller tables do not matter.
    private static final String QUERY =
            """
            select c.relname, greatest(c.reltuples, 0)::bigint, pg_table_size(c.oid), pg_indexes_size(c.oid),
                coalesce(s.n_dead_tup, 0)
            from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                and pg_total_relation_size(c.oid) > 1000000
            order by pg_total_relation_size(c.oid) desc
            """;

    long bytes() {
        return heap + indexes;
    }

    static List<TableSize> of(Sql database, String prefix) {
        try (var statement = database.connection().createStatement();
                var rows = statement.executeQuery(QUERY)) {
            List<TableSize> sizes = new ArrayList<>();
            while (rows.next()) {
                sizes.add(
                        new TableSize(
                                prefix + rows.getString(1),
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5)));
            }
            return sizes;
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }
}
