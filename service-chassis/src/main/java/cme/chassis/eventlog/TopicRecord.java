package cme.chassis.eventlog;

import cme.chassis.database.Columns;
import cme.chassis.kafka.TopicState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What the topics of the service were like when they were last looked at.
@Singleton
public class TopicRecord {

    /// An alert lasts for so long after events were lost.
    private static final Duration RECENT = Duration.ofDays(1);

    private static final String KEEP =
            """
            insert into published_partition as p
                (topic, partition, topic_id, start_offset, end_offset, lost_at)
            select :topic, partition, :id, start_offset, end_offset, :lostAt
            from unnest(:partitions::int[], :starts::bigint[], :ends::bigint[])
                as n (partition, start_offset, end_offset)
            on conflict (topic, partition) do update
            set topic_id = excluded.topic_id, start_offset = excluded.start_offset,
                end_offset = excluded.end_offset, lost_at = coalesce(excluded.lost_at, p.lost_at)
            """;

    private static final String LOCK =
            "select 1 from published_partition where topic = ? and topic_id = ? for update";

    private static final String IS_PUBLISHED =
            """
            select exists (
                select from event_log
                where seq <= (select last_seq from event_publication) and type = any(:types))
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    TopicRecord(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// @return empty when the topic was never looked at
    public Optional<TopicState> of(Handle handle, String topic) {
        var starts = new HashMap<Integer, Long>();
        var ends = new HashMap<Integer, Long>();
        List<String> ids =
                handle.select(
                                """
                                select partition, start_offset, end_offset, topic_id
                                from published_partition where topic = ?
                                """,
                                topic)
                        .map(
                                (row, _) -> {
                                    starts.put(row.getInt(1), row.getLong(2));
                                    ends.put(row.getInt(1), row.getLong(3));
                                    return row.getString(4);
                                })
                        .list();
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new TopicState(ids.getFirst(), starts, ends));
    }

    /// Keeps what was seen of a topic that is on record with this id. Otherwise somebody else has
    /// noticed a loss in the meantime, and what was seen is of the topic that is gone.
    void update(String topic, TopicState seen) {
        jdbi.useTransaction(
                handle -> {
                    if (!handle.select(LOCK, topic, seen.id())
                            .mapTo(Integer.class)
                            .list()
                            .isEmpty()) {
                        keep(handle, topic, seen, null);
                    }
                });
    }

    /// Keeps what the topic is like, whatever is on record.
    ///
    /// @param isLost whether it has lost something since it was looked at before
    public void keep(Handle transaction, String topic, TopicState state, boolean isLost) {
        // A topic that was made again may have fewer partitions.
        transaction.execute(
                "delete from published_partition where topic = ? and topic_id <> ?",
                topic,
                state.id());
        keep(transaction, topic, state, isLost ? clock.instant().atOffset(ZoneOffset.UTC) : null);
    }

    private static void keep(
            Handle handle, String topic, TopicState state, @Nullable OffsetDateTime lostAt) {
        List<Integer> partitions = state.ends().keySet().stream().sorted().toList();
        handle.createUpdate(KEEP)
                .bind("topic", topic)
                .bind("id", state.id())
                .bind("lostAt", lostAt)
                .bind("partitions", Columns.of(partitions, partition -> partition))
                .bind("starts", Columns.of(partitions, state.starts()::get))
                .bind("ends", Columns.of(partitions, state.ends()::get))
                .execute();
    }

    /// True when an event of the topic was published according to the cursor.
    static boolean isPublished(Handle handle, PublishedTopic topic) {
        return handle.createQuery(IS_PUBLISHED)
                .bind("types", topic.types().toArray(String[]::new))
                .mapTo(Boolean.class)
                .one();
    }

    /// The number of topics that lost events within the last day.
    public int recentlyLost() {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select count(distinct topic) from published_partition
                                        where lost_at > ?
                                        """,
                                        clock.instant().minus(RECENT).atOffset(ZoneOffset.UTC))
                                .mapTo(Integer.class)
                                .one());
    }
}
