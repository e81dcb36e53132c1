package cme.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cme.chassis.secret.CannotOpen;
import cme.chassis.secret.KeyRing;
import cme.chassis.secret.SealedValue;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;

/// A copy of the database does not have the secrets of webhooks.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class WebhookSecretsTest extends WebhookCalls {

    @Inject WebhookSecrets secrets;

    private String owner() {
        return column("owner", "sealed");
    }

    private String column(String column, String name) {
        return jdbi.withHandle(
                handle -> {
                    Query query =
                            handle.createQuery(
                                    "select %s from webhook where owner = :owner and name = :name"
                                            .formatted(column));
                    return query.bind("owner", provider)
                            .bind("name", name)
                            .mapTo(String.class)
                            .one();
                });
    }

    private void store(String name, String secret) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update webhook set secret = ? where owner = ? and name = ?",
                                secret,
                                provider,
                                name));
    }

    private void sealAll(WebhookSecrets by) {
        jdbi.useHandle(by::sealAll);
    }

    @Test
    void secretsAreStoredSealed() {
        String first = put("sealed", receiver.url());
        assertThat(SealedValue.isSealed(column("secret", "sealed"))).isTrue();
        assertThat(secrets.open(owner(), "sealed", column("secret", "sealed")).text())
                .isEqualTo(first);
        caller().post(hook("sealed") + "/secret").then().statusCode(200);
        assertThat(SealedValue.isSealed(column("secret", "sealed"))).isTrue();
        assertThat(secrets.open(owner(), "sealed", column("former_secret", "sealed")).text())
                .isEqualTo(first);
    }

    @Test
    void aSecretFromBeforeIsSealedAndSignsAsBefore() {
        put("sealed", receiver.url());
        var plain = WebhookSecret.generate();
        store("sealed", plain.text());

        sealAll(secrets);

        assertThat(SealedValue.isSealed(column("secret", "sealed"))).isTrue();
        append(key, 1);
        awaitAccepted(key, 1);
        var received = receiver.all().getFirst();
        var at = Instant.ofEpochSecond(Long.parseLong(received.headers().get("webhook-timestamp")));
        assertThat(received.headers().get("webhook-signature"))
                .isEqualTo(plain.signature(received.id(), at, received.body()));
    }

    @Test
    void aSecretOfAFormerKeyIsSealedAgain() {
        put("sealed", receiver.url());
        byte[] former = KeyRing.newKey();
        byte[] current = KeyRing.newKey();
        var secret = WebhookSecret.generate();
        store(
                "sealed",
                new WebhookSecrets(KeyRing.of("former", former)).seal(owner(), "sealed", secret));

        sealAll(new WebhookSecrets(ring("current", current, "former", former)));

        var afterwards = new WebhookSecrets(KeyRing.of("current", current));
        assertThat(afterwards.open(owner(), "sealed", column("secret", "sealed")))
                .isEqualTo(secret);
    }

    private static KeyRing ring(String id, byte[] key, String formerId, byte[] formerKey) {
        return KeyRing.parse(text(id, key) + "," + text(formerId, formerKey));
    }

    private static String text(String id, byte[] key) {
        return id + ":" + Base64.getEncoder().encodeToString(key);
    }

    @Test
    void aSecretDoesNotOpenForAnotherWebhook() {
        put("sealed", receiver.url());
        put("other", receiver.url());
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> secrets.open(owner(), "other", column("secret", "sealed")));
    }
}
