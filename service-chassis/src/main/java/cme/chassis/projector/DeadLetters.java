package cme.chassis.projector;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The events that could not be read or applied. They are kept in a table, from which they can be
/// retried, and sent to the topic `<topic>.dead-letter` for consumers of Kafka. None is dropped.
@Singleton
public class DeadLetters {

    /// Kafka did not take a dead letter, which is an outage and not the fault of the event.
    public static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotTaken(Throwable cause) {
            super("Kafka did not take a dead letter", cause);
        }
    }

    /// The reason of an event that no key of its topic's owner has signed as it is.
    public static final String NOT_AUTHENTIC = "not-authentic";

    private static final RowMapper<DeadLetter> LETTER = ConstructorMapper.of(DeadLetter.class);

    private static final String SELECT =
            """
            select id, topic, partition, "offset", key, type, coalesce(resolution, 'OPEN') as state, reason,
                   received_at, tried_at, resolved_at, resolved_by, resolution_reason
            from dead_letter
            """;

    /// A letter that exists already was reached by a rebuild and has failed again, so it is open
    /// again even if it was applied before. A discarded letter stays discarded.
    private static final String KEEP =
            """
            insert into dead_letter as kept
                (topic, partition, "offset", key, type, attributes, value, reason, received_at,
                 tried_at)
            values (:topic, :partition, :offset, :key, :type, :attributes::jsonb, :value, :reason,
                :at, :at)
            on conflict (topic, partition, "offset") do update
            set key = excluded.key, type = excluded.type, attributes = excluded.attributes,
                value = excluded.value, reason = excluded.reason, tried_at = excluded.tried_at,
                resolution = null, resolved_at = null, resolved_by = null
            where kept.resolution is distinct from 'DISCARDED'
            returning received_at = tried_at
            """;

    private final Jdbi jdbi;
    private final DeadLetterProducer producer;
    private final Clock clock;

    DeadLetters(Jdbi jdbi, DeadLetterProducer producer, Clock clock) {
        this.jdbi = jdbi;
        this.producer = producer;
        this.clock = clock;
    }

    /// Keeps the event, in the transaction that moves the offset past it.
    ///
    /// @throws NotTaken when Kafka is away
    void keep(Handle transaction, ReceivedEvent event, String reason) {
        Optional<Boolean> isNew =
                transaction
                        .createQuery(KEEP)
                        .bind("topic", event.topic())
                        .bind("partition", event.partition())
                        .bind("offset", event.offset())
                        .bind("key", event.key())
                        .bind("type", event.type())
                        .bind("attributes", EventAttributes.json(event.attributes()))
                        .bind("value", event.value())
                        .bind("reason", reason)
                        .bind("at", now())
                        .mapTo(Boolean.class)
                        .findOne();
        if (isNew.orElse(false)) {
            producer.send(event, reason);
        }
    }

    /// The number of open letters.
    public int open() {
        return jdbi.withHandle(
                handle ->
                        handle.select("select count(*) from dead_letter where resolved_at is null")
                                .mapTo(Integer.class)
                                .one());
    }

    /// The number of open letters whose event no key has signed.
    public int notAuthentic() {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select count(*) from dead_letter
                                        where resolved_at is null and reason = ?
                                        """,
                                        NOT_AUTHENTIC)
                                .mapTo(Integer.class)
                                .one());
    }

    /// Open letters, oldest first.
    ///
    /// @param afterId id of the last letter on the page before, 0 for the first page
    public List<DeadLetter> list(long afterId, int limit) {
        return list(DeadLetter.State.OPEN, afterId, limit);
    }

    /// Letters in this state, oldest first.
    ///
    /// @param afterId id of the last letter on the page before, 0 for the first page
    List<DeadLetter> list(DeadLetter.State state, long afterId, int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        SELECT
                                                + """
                                                where coalesce(resolution, 'OPEN') = :state and id > :after
                                                order by id limit :limit
                                                """)
                                .bind("state", state.name())
                                .bind("after", afterId)
                                .bind("limit", limit)
                                .map(LETTER)
                                .list());
    }

    Optional<DeadLetter> find(Handle handle, long id) {
        return handle.select(SELECT + " where id = ?", id).map(LETTER).findOne();
    }

    /// Locks the letter until the transaction ends.
    Optional<DeadLetter> lock(Handle transaction, long id) {
        return transaction.select(SELECT + " where id = ? for update", id).map(LETTER).findOne();
    }

    /// True when the letter was kept by a version that did not keep signatures, so that nobody can
    /// tell who wrote its event.
    boolean isUnsigned(Handle handle, long id) {
        return handle.select("select attributes is null from dead_letter where id = ?", id)
                .mapTo(Boolean.class)
                .one();
    }

    ReceivedEvent event(Handle handle, DeadLetter letter) {
        return handle.select("select attributes, value from dead_letter where id = ?", letter.id())
                .map(
                        (row, _) ->
                                new ReceivedEvent(
                                        letter.topic(),
                                        letter.partition(),
                                        letter.offset(),
                                        letter.key(),
                                        EventAttributes.of(row.getString(1)),
                                        row.getBytes(2)))
                .one();
    }

    /// The value, which may be about a person, is kept as long as somebody may need it. The topic
    /// has it for ever.
    void applied(Handle transaction, long id, String by) {
        transaction.execute(
                """
                update dead_letter
                set value = null, resolution = 'APPLIED', resolved_at = ?, resolved_by = ?, tried_at = ?
                where id = ?
                """,
                now(),
                by,
                now(),
                id);
    }

    void failed(Handle transaction, long id, String reason) {
        transaction.execute(
                """
                update dead_letter set reason = ?, tried_at = ? where id = ? and resolved_at is null
                """,
                reason,
                now(),
                id);
    }

    void discarded(Handle transaction, long id, String by, String reason) {
        transaction.execute(
                """
                update dead_letter
                set value = null, resolution = 'DISCARDED', resolved_at = ?, resolved_by = ?, resolution_reason = ?
                where id = ?
                """,
                now(),
                by,
                reason,
                id);
    }

    /// Marks open letters as applied after a rebuild has read the topic up to these offsets. A
    /// letter whose event failed again was tried since the rebuild was requested.
    public void appliedByRebuild(Handle transaction, String offsetTable, OffsetDateTime since) {
        transaction
                .createUpdate(
                        """
                        update dead_letter l
                        set value = null, resolution = 'APPLIED', resolved_at = :now, resolved_by = 'rebuild'
                        from %s o
                        where o.topic = l.topic and o.partition = l.partition
                          and l."offset" < o.next_offset
                          and l.resolved_at is null and l.tried_at < :since
                        """
                                .formatted(offsetTable))
                .bind("now", now())
                .bind("since", since)
                .execute();
    }

    /// Resolves the open letters of a partition whose topic was made again: its owner publishes
    /// their events once more. The letters get offsets that no event has.
    void topicIsGone(Handle transaction, TopicPartition partition) {
        transaction
                .createUpdate(
                        """
                        update dead_letter
                        set "offset" = -id, resolution = coalesce(resolution, 'DISCARDED'),
                            resolved_at = coalesce(resolved_at, :now),
                            resolved_by = coalesce(resolved_by, 'topic check'),
                            resolution_reason = case when resolution is null
                                then 'The topic was made again, and its events are published again.'
                                else resolution_reason end
                        where topic = :topic and partition = :partition and "offset" >= 0
                        """)
                .bind("now", now())
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
