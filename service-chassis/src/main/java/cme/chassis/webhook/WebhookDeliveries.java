package cme.chassis.webhook;

import static cme.chassis.webhook.Webhooks.instant;
import static cme.chassis.webhook.Webhooks.time;

import cme.chassis.webhook.WebhookDelivery.State;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The deliveries of webhooks, as their owners see and repeat them.
@Singleton
class WebhookDeliveries {

    /// The type of the event that an owner sends to try a webhook.
    static final String TEST_TYPE = "cme.webhook.test";

    /// A delivery with its number, which orders the list.
    record Listed(long number, WebhookDelivery delivery) {}

    private static final String LIST =
            """
            select * from webhook_delivery
            where webhook = :webhook and id < :before and (:state::text is null or state = :state)
            order by id desc
            limit :limit
            """;

    private static final String TEST =
            """
            insert into webhook_delivery
                (webhook, event_id, type, subject, created_at, next_attempt_at)
            values (:webhook, uuidv7(), :type, :subject, :at, :at)
            returning *
            """;

    private static final String RESEND =
            """
            update webhook_delivery
            set state = 'WAITING', next_attempt_at = :at, first_attempt_at = null, delivered_at = null
            where webhook = :webhook and event_id = :event
            returning *
            """;

    /// The newest first.
    ///
    /// @param before only deliveries with lower numbers
    /// @param state null for all
    List<Listed> list(Handle handle, UUID webhook, long before, @Nullable State state, int limit) {
        return handle.createQuery(LIST)
                .bind("webhook", webhook)
                .bind("before", before)
                .bind("state", state == null ? null : state.name())
                .bind("limit", limit)
                .map((row, _) -> new Listed(row.getLong("id"), delivery(row)))
                .list();
    }

    WebhookDelivery test(Handle handle, UUID webhook, String name, Instant at) {
        return handle.createQuery(TEST)
                .bind("webhook", webhook)
                .bind("type", TEST_TYPE)
                .bind("subject", name)
                .bind("at", time(at))
                .map((row, _) -> delivery(row))
                .one();
    }

    /// Lets a delivery be sent again, before later events of its subject.
    ///
    /// @return empty when there is no such delivery
    Optional<WebhookDelivery> resend(Handle handle, UUID webhook, UUID event, Instant at) {
        return handle.createQuery(RESEND)
                .bind("webhook", webhook)
                .bind("event", event)
                .bind("at", time(at))
                .map((row, _) -> delivery(row))
                .findOne();
    }

    private static WebhookDelivery delivery(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        int status = row.getInt("status");
        boolean isWithoutAnswer = row.wasNull();
        return new WebhookDelivery(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                state,
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_attempt_at"),
                state == State.DELIVERED ? null : instant(row, "next_attempt_at"),
                instant(row, "delivered_at"),
                isWithoutAnswer ? null : status,
                row.getString("problem"));
    }
}
