package cme.chassis.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The keys of the rows in which a table in use and its new one differ. Comparing them goes through
/// both tables, which takes minutes when there are many millions of rows. It is done before the
/// exchange, beside the consumers, in a transaction that only reads: one that writes has an id, and
/// events that are logged after it would not be published until its end. The exchange then compares
/// the rows with these keys alone.
///
/// A row that belongs to an event that was on its way is among them, and is equal by then.
record DifferingKeys(CopyTable table, String inUse, String made) {

    /// Nobody waits for the comparison.
    private static final Duration LIMIT = Duration.ofHours(6);

    private static final int BATCH = 1_000;

    /// The table that keeps them until the exchange.
    String name() {
        return "projection_shadow.differing_" + table.name();
    }

    void collect(Jdbi jdbi) {
        jdbi.useTransaction(
                handle -> {
                    drop(handle);
                    handle.execute(
                            "create table %s as select %s from %s with no data"
                                    .formatted(name(), keys("%s"), inUse));
                });
        LongTransaction.run(jdbi, LIMIT, handle -> readInto(jdbi, handle));
        // The planner looks one by one for few of them.
        jdbi.useHandle(handle -> handle.execute("analyze " + name()));
    }

    private void readInto(Jdbi jdbi, Handle reader) {
        try (Stream<String> found =
                reader
                        .createQuery(
                                "select to_jsonb(k)::text from (%s union all %s) as k"
                                        .formatted(differing(inUse, made), differing(made, inUse)))
                        .setFetchSize(BATCH)
                        .mapTo(String.class)
                        .stream()) {
            Iterator<String> keys = found.iterator();
            while (keys.hasNext()) {
                List<String> batch = new ArrayList<>(BATCH);
                while (keys.hasNext() && batch.size() < BATCH) {
                    batch.add(keys.next());
                }
                keep(jdbi, batch);
            }
        }
    }

    private String differing(String from, String other) {
        return "select %s from %s a where not exists (select from %s b where %s)"
                .formatted(keys("a.%s"), from, other, isSameRow());
    }

    private void keep(Jdbi jdbi, List<String> batch) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into %1$s
                                        select k.* from unnest(:keys::text[]) as found,
                                            jsonb_populate_record(null::%1$s, found::jsonb) as k
                                        """
                                                .formatted(name()))
                                .bind("keys", batch.toArray(String[]::new))
                                .execute());
    }

    void drop(Handle transaction) {
        transaction.execute("drop table if exists " + name());
    }

    /// The condition that row `a` is among them, in SQL.
    String hasRow() {
        return "exists (select from %s k where %s)"
                .formatted(name(), keys("a.%1$s = k.%1$s", " and "));
    }

    /// The condition that rows `a` and `b` are equal, in SQL.
    String isSameRow() {
        return keys("a.%1$s = b.%1$s", " and ") + " and row(a.*) is not distinct from row(b.*)";
    }

    private String keys(String format) {
        return keys(format, ", ");
    }

    private String keys(String format, String between) {
        return table.key().stream().map(format::formatted).collect(Collectors.joining(between));
    }
}
