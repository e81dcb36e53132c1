package cme.chassis.chain;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// The checkpoints that this service has signed, in its database.
@Singleton
class Checkpoints {

    /// A row of the table.
    ///
    /// @param note as signed, unless somebody has changed the row
    record Row(long block, String note) {}

    private static final String INSERT =
            """
            insert into event_log_checkpoint (block, signed_at, key_id, note)
            values (:block, :signedAt, :key, :note)
            """;

    /// The first checkpoint of a chain that holds this block.
    private static final String COVERING =
            "select block, note from event_log_checkpoint where block >= :block order by block limit 1";

    private static final String AFTER =
            """
            select block, note from event_log_checkpoint
            where block > :after order by block limit :limit
            """;

    private static final String BEFORE =
            """
            select block, note from event_log_checkpoint
            where block < :before order by block desc limit :limit
            """;

    private static final String LATEST_SIGNED = "select max(signed_at) from event_log_checkpoint";

    void insert(Handle handle, Checkpoint checkpoint) {
        try (Update update = handle.createUpdate(INSERT)) {
            update.bind("block", checkpoint.block())
                    .bind("signedAt", checkpoint.signedAt().atOffset(ZoneOffset.UTC))
                    .bind("key", checkpoint.keyName())
                    .bind("note", checkpoint.note())
                    .execute();
        }
    }

    /// The first one at this block or after it.
    Optional<Row> covering(Handle handle, long block) {
        try (Query query = handle.createQuery(COVERING)) {
            return rows(query.bind("block", block)).stream().findFirst();
        }
    }

    /// From the first to the last.
    List<Row> after(Handle handle, long block, int limit) {
        try (Query query = handle.createQuery(AFTER)) {
            return rows(query.bind("after", block).bind("limit", limit));
        }
    }

    /// From the last to the first.
    List<Row> before(Handle handle, long block, int limit) {
        try (Query query = handle.createQuery(BEFORE)) {
            return rows(query.bind("before", block).bind("limit", limit));
        }
    }

    /// The last one; empty when there is none.
    Optional<Row> last(Handle handle) {
        return before(handle, Long.MAX_VALUE, 1).stream().findFirst();
    }

    private static List<Row> rows(Query query) {
        return query.map((row, _) -> new Row(row.getLong("block"), row.getString("note"))).list();
    }
}
