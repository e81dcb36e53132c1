package cme.chassis.chain;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// The chain and the entries of the log, as they are in the database.
@Singleton
class Blocks {

    private static final String LAST =
            "select number, last_seq, total, head from event_log_block order by number desc limit 1";

    private static final String END =
            "select number, last_seq, total, head from event_log_block where number = :number";

    /// The first one, and as many more as have no more entries together.
    private static final String AFTER =
            """
            select * from (
                select b.*, sum(entries) over (order by number) as sum from event_log_block b
                where number > :number order by number limit :blocks) as b
            where sum <= :entries or sum = entries order by number
            """;

    private static final String HOLDING =
            "select * from event_log_block where last_seq >= :seq order by last_seq limit 1";

    private static final String INSERT =
            """
            insert into event_log_block
                (number, first_seq, last_seq, entries, total, leaves, root, head, chained_at)
            values (:number, :firstSeq, :lastSeq, :entries, :total, :leaves, :root, :head, :at)
            """;

    private static final String ENTRIES =
            "select "
                    + LogEntry.COLUMNS
                    + " from event_log where seq > :after and seq <= :end order by seq limit :limit";

    /// The end of the last block.
    Block.End last(Handle handle) {
        try (Query query = handle.createQuery(LAST)) {
            return ends(query).orElse(Block.End.NONE);
        }
    }

    /// The end of the block with this number; empty when there is none.
    Optional<Block.End> end(Handle handle, long number) {
        if (number == 0) {
            return Optional.of(Block.End.NONE);
        }
        try (Query query = handle.createQuery(END)) {
            return ends(query.bind("number", number));
        }
    }

    private static Optional<Block.End> ends(Query query) {
        return query.map(
                        (row, _) ->
                                new Block.End(
                                        row.getLong("number"),
                                        row.getLong("last_seq"),
                                        row.getLong("total"),
                                        row.getBytes("head")))
                .findOne();
    }

    /// The next blocks after this number: one, and as many more as have no more than so many
    /// entries together.
    List<Block> after(Handle handle, long number, int entries) {
        try (Query query = handle.createQuery(AFTER)) {
            return query.bind("number", number)
                    .bind("blocks", entries)
                    .bind("entries", entries)
                    .map((row, _) -> Block.of(row))
                    .list();
        }
    }

    /// The block whose span holds the sequence number; empty when it is not chained yet.
    Optional<Block> holding(Handle handle, long seq) {
        try (Query query = handle.createQuery(HOLDING)) {
            return query.bind("seq", seq).map((row, _) -> Block.of(row)).findOne();
        }
    }

    void insert(Handle handle, Block block) {
        try (Update update = handle.createUpdate(INSERT)) {
            update.bind("number", block.number())
                    .bind("firstSeq", block.firstSeq())
                    .bind("lastSeq", block.lastSeq())
                    .bind("entries", block.leaves().size())
                    .bind("total", block.total())
                    .bind("leaves", block.leafBytes())
                    .bind("root", block.root())
                    .bind("head", block.head())
                    .bind("at", block.chainedAt().atOffset(ZoneOffset.UTC))
                    .execute();
        }
    }

    /// Entries after one sequence number and up to another.
    List<LogEntry> entries(Handle handle, long after, long end, int limit) {
        // The handle would keep a query that is not closed, and the handle of a leader stays open.
        try (Query query = handle.createQuery(ENTRIES)) {
            return query.bind("after", after)
                    .bind("end", end)
                    .bind("limit", limit)
                    .map((row, _) -> LogEntry.of(row))
                    .list();
        }
    }
}
