package cme.chassis.webhook;

import cme.chassis.webhook.WebhookView.DisabledReason;
import cme.chassis.webhook.WebhookView.State;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The webhooks in the database. Owners change what they describe, the sender their cursor and
/// state.
@Singleton
class Webhooks {

    /// @param view without its secret
    record Stored(UUID id, String owner, WebhookView view) {}

    private static final String SELECT =
            """
            select w.*, (
                    select count(*) from webhook_delivery d
                    where d.webhook = w.id and d.state = 'WAITING') as waiting,
                (select min(d.first_attempt_at) from webhook_delivery d
                    where d.webhook = w.id and d.state = 'WAITING') as failing_since
            from webhook w
            """;

    private static final String INSERT =
            """
            insert into webhook (owner, name, url, types, secret, last_seq, recorded_at, recorded_by)
            values (:owner, :name, :url, :types, :secret, :lastSeq, :at, :by)
            """;

    /// A webhook that is put is active, and what waits for it is tried at once and for days again.
    private static final String UPDATE =
            """
            with active as (
                update webhook_delivery
                set first_attempt_at = null, next_attempt_at = :at
                where webhook = :id and state = 'WAITING')
            update webhook
            set url = :url, types = :types, state = 'ACTIVE', disabled_at = null,
                disabled_reason = null, revision = revision + 1, recorded_at = :at,
                recorded_by = :by
            where id = :id
            """;

    private static final String ROTATE =
            """
            update webhook
            set former_secret = secret, former_secret_until = :until, secret = :secret,
                revision = revision + 1, recorded_at = :at, recorded_by = :by
            where id = :id
            """;

    private static final String DISABLE =
            """
            update webhook set state = 'DISABLED', disabled_at = :at, disabled_reason = :reason
            where id = :id and state = 'ACTIVE'
            """;

    private final WebhookSecrets secrets;

    Webhooks(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    Optional<Stored> find(Handle handle, String owner, String name) {
        return handle.createQuery(SELECT + "where owner = :owner and name = :name")
                .bind("owner", owner)
                .bind("name", name)
                .map((row, _) -> stored(row))
                .findOne();
    }

    /// As [#find], and no other transaction changes it before this one ends.
    Optional<Stored> lock(Handle handle, String owner, String name) {
        return handle.createQuery(SELECT + "where owner = :owner and name = :name for update of w")
                .bind("owner", owner)
                .bind("name", name)
                .map((row, _) -> stored(row))
                .findOne();
    }

    /// In the order of their names.
    List<WebhookView> list(Handle handle, String owner, String after, int limit) {
        return handle.createQuery(
                        SELECT
                                + "where owner = :owner and name > :after order by name limit"
                                + " :limit")
                .bind("owner", owner)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> stored(row).view())
                .list();
    }

    int count(Handle handle, String owner) {
        return handle.createQuery("select count(*) from webhook where owner = :owner")
                .bind("owner", owner)
                .mapTo(Integer.class)
                .one();
    }

    /// @param lastSeq it is told of the events after this number
    void insert(
            Handle handle,
            String owner,
            String name,
            WebhookRequest request,
            WebhookSecret secret,
            long lastSeq,
            Instant at,
            String by) {
        handle.createUpdate(INSERT)
                .bind("owner", owner)
                .bind("name", name)
                .bind("url", request.url())
                .bind("types", request.types().toArray(String[]::new))
                .bind("secret", secrets.seal(owner, name, secret))
                .bind("lastSeq", lastSeq)
                .bind("at", time(at))
                .bind("by", by)
                .execute();
    }

    void update(Handle handle, UUID id, WebhookRequest request, Instant at, String by) {
        handle.createUpdate(UPDATE)
                .bind("id", id)
                .bind("url", request.url())
                .bind("types", request.types().toArray(String[]::new))
                .bind("at", time(at))
                .bind("by", by)
                .execute();
    }

    void rotate(
            Handle handle,
            Stored webhook,
            WebhookSecret secret,
            Instant until,
            Instant at,
            String by) {
        handle.createUpdate(ROTATE)
                .bind("id", webhook.id())
                .bind("secret", secrets.seal(webhook.owner(), webhook.view().name(), secret))
                .bind("until", time(until))
                .bind("at", time(at))
                .bind("by", by)
                .execute();
    }

    void delete(Handle handle, UUID id) {
        handle.createUpdate("delete from webhook where id = :id").bind("id", id).execute();
    }

    /// @return false when it was disabled already
    boolean disable(Handle handle, UUID id, DisabledReason reason, Instant at) {
        return handle.createUpdate(DISABLE)
                        .bind("id", id)
                        .bind("reason", reason.name())
                        .bind("at", time(at))
                        .execute()
                == 1;
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String reason = row.getString("disabled_reason");
        return new Stored(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                new WebhookView(
                        row.getString("name"),
                        row.getString("url"),
                        List.of((String[]) row.getArray("types").getArray()),
                        State.valueOf(row.getString("state")),
                        instant(row, "disabled_at"),
                        reason == null ? null : DisabledReason.valueOf(reason),
                        row.getInt("waiting"),
                        instant(row, "failing_since"),
                        row.getInt("revision"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"),
                        null));
    }
}
