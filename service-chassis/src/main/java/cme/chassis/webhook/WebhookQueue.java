package cme.chassis.webhook;

import static cme.chassis.webhook.Webhooks.instant;
import static cme.chassis.webhook.Webhooks.time;

import cme.chassis.ChassisConfig;
import cme.chassis.eventlog.Audience;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The events that wait for each webhook. They are taken from the log in order, in the transaction
/// that moves the cursor of the webhook. Of each subject only the first one is due: a delivery that
/// fails holds back the later events of its subject, and others only when the queue is full.
@Singleton
class WebhookQueue {

    /// An active webhook that may have something to do.
    ///
    /// @param next when its next delivery is due; null without one
    record Pending(UUID id, String owner, long lastSeq, int waiting, @Nullable Instant next) {}

    /// Where and how a webhook is told.
    ///
    /// @param formerSecret signs too while it is valid
    record Target(
            UUID id,
            String owner,
            String name,
            String url,
            WebhookSecret secret,
            @Nullable WebhookSecret formerSecret) {}

    /// A delivery that is to be sent now.
    ///
    /// @param seq null for a test
    /// @param attempts that have failed
    record Due(
            long id,
            UUID eventId,
            @Nullable Long seq,
            String type,
            String subject,
            Instant createdAt,
            int attempts,
            @Nullable Instant firstAttemptAt) {}

    private static final String PENDING =
            """
            select w.id, w.owner, w.last_seq, count(d.id) as waiting,
                min(d.next_attempt_at) filter (where d.is_first) as next
            from webhook w
            left join lateral (
                select id, next_attempt_at,
                    row_number() over (partition by subject order by id) = 1 as is_first
                from webhook_delivery
                where webhook = w.id and state = 'WAITING') as d on true
            where w.state = 'ACTIVE'
            group by w.id
            """;

    private static final String LOCK =
            """
            select last_seq, types, (
                select count(*) from webhook_delivery d
                where d.webhook = w.id and d.state = 'WAITING') as waiting
            from webhook w where id = :id and state = 'ACTIVE' for update
            """;

    /// The cursor follows the page and not what was added: after a restore a part of it may be
    /// there already.
    private static final String FILL =
            """
            with page as (
                select seq, event_id, type, key
                from event_log
                where seq > :lastSeq and seq <= :endSeq and type = any(:types) and (%s)
                order by seq
                limit :room),
            added as (
                insert into webhook_delivery
                    (webhook, event_id, seq, type, subject, created_at, next_attempt_at)
                select :id, event_id, seq, type, key, :at, :at from page order by seq
                on conflict (webhook, event_id) do nothing)
            select case when count(*) < :room then :endSeq else max(seq) end from page
            """;

    private static final String MOVE = "update webhook set last_seq = :seq where id = :id";

    private static final String TARGET =
            """
            select id, owner, name, url, secret,
                case when former_secret_until > :at then former_secret end as former_secret
            from webhook where id = :id and state = 'ACTIVE'
            """;

    private static final String DUE =
            """
            select * from (
                select distinct on (subject) * from webhook_delivery
                where webhook = :id and state = 'WAITING'
                order by subject, id) as first
            where next_attempt_at <= :at
            order by id
            limit :limit
            """;

    private static final String DELIVERED =
            """
            update webhook_delivery
            set state = 'DELIVERED', attempts = attempts + 1, status = :status, problem = null,
                last_attempt_at = :at, delivered_at = :at
            where id = :id and state = 'WAITING'
            """;

    private static final String FAILED =
            """
            update webhook_delivery
            set attempts = attempts + 1, status = :status, problem = :problem,
                first_attempt_at = coalesce(first_attempt_at, :at), last_attempt_at = :at,
                next_attempt_at = :next
            where id = :id and state = 'WAITING'
            """;

    private static final String PRUNE =
            """
            delete from webhook_delivery
            where webhook = :id and state = 'DELIVERED' and id <= (
                select id from webhook_delivery where webhook = :id
                order by id desc offset :keep limit 1)
            """;

    private final WebhookSecrets secrets;
    private final int maxWaiting;
    private final int concurrency;
    private final int keep;

    WebhookQueue(WebhookSecrets secrets, ChassisConfig config) {
        this.secrets = secrets;
        this.maxWaiting = config.webhooks().maxWaiting();
        this.concurrency = config.webhooks().concurrency();
        this.keep = config.webhooks().keepDeliveries();
    }

    List<Pending> pending(Handle handle) {
        return handle.createQuery(PENDING)
                .map(
                        (row, _) ->
                                new Pending(
                                        row.getObject("id", UUID.class),
                                        row.getString("owner"),
                                        row.getLong("last_seq"),
                                        row.getInt("waiting"),
                                        instant(row, "next")))
                .list();
    }

    boolean hasWork(Pending webhook, long end, Instant now) {
        boolean isDue = webhook.next() != null && !webhook.next().isAfter(now);
        return isDue || webhook.lastSeq() < end && webhook.waiting() < maxWaiting;
    }

    /// Takes the next events from the log, as many as there is room for.
    ///
    /// @param end of the log
    /// @param known the types of the topic
    void fill(
            Handle transaction,
            UUID id,
            Audience audience,
            Set<String> known,
            long end,
            Instant now) {
        transaction
                .createQuery(LOCK)
                .bind("id", id)
                .map((row, _) -> Cursor.of(row))
                .findOne()
                .filter(cursor -> cursor.lastSeq() < end && cursor.waiting() < maxWaiting)
                .ifPresent(cursor -> fill(transaction, id, cursor, audience, known, end, now));
    }

    private record Cursor(long lastSeq, List<String> types, int waiting) {

        static Cursor of(ResultSet row) throws SQLException {
            return new Cursor(
                    row.getLong("last_seq"),
                    List.of((String[]) row.getArray("types").getArray()),
                    row.getInt("waiting"));
        }
    }

    private void fill(
            Handle transaction,
            UUID id,
            Cursor cursor,
            Audience audience,
            Set<String> known,
            long end,
            Instant now) {
        var types = cursor.types().isEmpty() ? known : cursor.types();
        long reached =
                audience.bindTo(transaction.createQuery(FILL.formatted(audience.condition())))
                        .bind("id", id)
                        .bind("lastSeq", cursor.lastSeq())
                        .bind("endSeq", end)
                        .bind("types", types.toArray(String[]::new))
                        .bind("at", time(now))
                        .bind("room", maxWaiting - cursor.waiting())
                        .mapTo(Long.class)
                        .one();
        transaction.createUpdate(MOVE).bind("id", id).bind("seq", reached).execute();
    }

    /// @return empty when the webhook is disabled or gone
    Optional<Target> target(Handle handle, UUID id, Instant now) {
        return handle.createQuery(TARGET)
                .bind("id", id)
                .bind("at", time(now))
                .map((row, _) -> target(row))
                .findOne();
    }

    private Target target(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        String name = row.getString("name");
        String former = row.getString("former_secret");
        return new Target(
                row.getObject("id", UUID.class),
                owner,
                name,
                row.getString("url"),
                secrets.open(owner, name, row.getString("secret")),
                former == null ? null : secrets.open(owner, name, former));
    }

    /// The deliveries to send now, each about another subject.
    List<Due> due(Handle handle, UUID id, Instant now) {
        return handle.createQuery(DUE)
                .bind("id", id)
                .bind("at", time(now))
                .bind("limit", concurrency)
                .map((row, _) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getObject("seq", Long.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                instant(row, "first_attempt_at"));
    }

    void delivered(Handle handle, Due due, int status, Instant now) {
        handle.createUpdate(DELIVERED)
                .bind("id", due.id())
                .bind("status", status)
                .bind("at", time(now))
                .execute();
    }

    void failed(
            Handle handle,
            Due due,
            @Nullable Integer status,
            @Nullable String problem,
            Instant now,
            Instant next) {
        handle.createUpdate(FAILED)
                .bind("id", due.id())
                .bind("status", status)
                .bind("problem", problem)
                .bind("at", time(now))
                .bind("next", time(next))
                .execute();
    }

    /// Forgets all but the newest deliveries.
    void prune(Handle handle, UUID id) {
        handle.createUpdate(PRUNE).bind("id", id).bind("keep", keep).execute();
    }
}
