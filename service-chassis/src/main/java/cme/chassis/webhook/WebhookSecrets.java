package cme.chassis.webhook;

import cme.chassis.secret.CannotOpen;
import cme.chassis.secret.KeyRing;
import cme.chassis.secret.SealedValue;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/// The secrets of webhooks as the database has them: sealed, each for its own webhook.
@Singleton
class WebhookSecrets {

    private static final Logger LOG = Logger.getLogger(WebhookSecrets.class);

    private static final String ALL =
            "select owner, name, secret, former_secret from webhook order by id";

    /// Changes nothing when the secret was changed meanwhile.
    private static final String REPLACE =
            """
            update webhook set secret = :newSecret, former_secret = :newFormer
            where owner = :owner and name = :name and secret = :secret
                and former_secret is not distinct from :formerSecret
            """;

    /// As the table has it.
    public record Row(String owner, String name, String secret, @Nullable String formerSecret) {}

    private final KeyRing keys;

    WebhookSecrets(KeyRing keys) {
        this.keys = keys;
    }

    /// The text to store.
    String seal(String owner, String name, WebhookSecret secret) {
        return keys.seal(secret.text(), context(owner, name)).text();
    }

    /// @param stored sealed, or as it was stored before secrets were sealed
    /// @throws CannotOpen when its key is not among those of the service
    WebhookSecret open(String owner, String name, String stored) {
        return new WebhookSecret(
                SealedValue.isSealed(stored)
                        ? keys.openText(SealedValue.parse(stored), context(owner, name))
                        : stored);
    }

    /// Seals under the current key what is stored open or was sealed under a former one.
    void sealAll(Handle handle) {
        List<Row> rows = handle.createQuery(ALL).map(ConstructorMapper.of(Row.class)).list();
        rows.stream()
                .filter(row -> !isCurrent(row.secret()) || !isCurrent(row.formerSecret()))
                .forEach(row -> seal(handle, row));
    }

    private boolean isCurrent(@Nullable String stored) {
        return stored == null
                || SealedValue.isSealed(stored) && keys.isCurrent(SealedValue.parse(stored));
    }

    private void seal(Handle handle, Row row) {
        try {
            handle.createUpdate(REPLACE)
                    .bindMethods(row)
                    .bind("newSecret", sealedAgain(row, row.secret()))
                    .bind("newFormer", sealedAgain(row, row.formerSecret()))
                    .execute();
        } catch (CannotOpen e) {
            LOG.errorf("The secret of a webhook cannot be sealed again: %s", e.getMessage());
        }
    }

    private @Nullable String sealedAgain(Row row, @Nullable String stored) {
        return stored == null
                ? null
                : seal(row.owner(), row.name(), open(row.owner(), row.name(), stored));
    }

    private static String context(String owner, String name) {
        return "webhook.secret\n" + owner + "\n" + name;
    }
}
