package cme.chassis.rebuild;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The new tables of a rebuild. They have the names of the tables in use and a schema of their own,
/// so that the same statements of the service can write to either.
final class Shadow {

    private static final String SCHEMA = "projection_shadow";

    private final List<CopyTable> tables;

    Shadow(List<CopyTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /// Creates the new tables, empty. Tables of an earlier rebuild are dropped.
    void create(Handle transaction) {
        drop(transaction);
        for (CopyTable table : tables) {
            transaction.execute(
                    "create table %s (like %s including all)".formatted(in(table), table.name()));
        }
    }

    void drop(Handle transaction) {
        for (CopyTable table : tables) {
            transaction.execute("drop table if exists " + in(table));
            differing(table).drop(transaction);
        }
    }

    private static DifferingKeys differing(CopyTable table) {
        return new DifferingKeys(table, table.name(), in(table));
    }

    /// Compares the tables in use with the new ones, row by row, while the tables in use go on.
    void compare(Jdbi jdbi) {
        tables.forEach(table -> differing(table).collect(jdbi));
    }

    /// True when a table in use has rows.
    boolean isInUse(Handle handle) {
        return tables.stream()
                .anyMatch(
                        table ->
                                handle.createQuery(
                                                "select exists (select from %s)"
                                                        .formatted(table.name()))
                                        .mapTo(Boolean.class)
                                        .one());
    }

    /// Runs the task with a search path that contains only the new tables.
    void enter(Handle transaction, Runnable task) {
        transaction.execute("set local search_path to " + SCHEMA);
        task.run();
        transaction.execute("set local search_path to default");
    }

    /// Compares the rows once more that differed when all were compared.
    Difference difference(Handle transaction) {
        var subjects = new HashSet<String>();
        long removed = 0;
        long added = 0;
        for (CopyTable table : tables) {
            removed += keep(transaction, wrong(table), table.name(), in(table), table);
            added += keep(transaction, missing(table), in(table), table.name(), table);
            for (String kept : List.of(wrong(table), missing(table))) {
                subjects.addAll(
                        transaction
                                .createQuery(
                                        "select distinct %s from %s"
                                                .formatted(table.subject(), kept))
                                .mapTo(String.class)
                                .list());
            }
        }
        return new Difference(subjects, removed, added);
    }

    private static long keep(
            Handle transaction, String kept, String from, String other, CopyTable table) {
        transaction.execute(
                """
                create temp table %s on commit drop as
                select a.* from %s a where %s and not exists (select from %s b where %s)
                """
                        .formatted(
                                kept,
                                from,
                                differing(table).hasRow(),
                                other,
                                differing(table).isSameRow()));
        return transaction.createQuery("select count(*) from " + kept).mapTo(Long.class).one();
    }

    /// Makes the tables in use equal to the new ones.
    void exchange(Handle transaction) {
        for (CopyTable table : tables) {
            transaction.execute(
                    "delete from %s a using %s b where %s"
                            .formatted(table.name(), wrong(table), sameKey(table)));
            transaction.execute(
                    "insert into %s select * from %s".formatted(table.name(), missing(table)));
        }
    }

    private static String sameKey(CopyTable table) {
        return table.key().stream()
                .map(column -> "a.%1$s = b.%1$s".formatted(column))
                .collect(Collectors.joining(" and "));
    }

    private static String in(CopyTable table) {
        return SCHEMA + "." + table.name();
    }

    private static String wrong(CopyTable table) {
        return "pg_temp.rebuild_wrong_" + table.name();
    }

    private static String missing(CopyTable table) {
        return "pg_temp.rebuild_missing_" + table.name();
    }

    /// @param subjects the subjects of the rows
    record Difference(Set<String> subjects, long removed, long added) {}
}
