package cme.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    /// The example of the reference libraries of Standard Webhooks.
    @Test
    void aMessageIsSignedAsInThePublishedExample() {
        var secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(
                        secret.signature(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                Instant.ofEpochSecond(1614265330),
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aNewSecretHasThePrefixAndAsManyBytesAsTheStandardAllows() {
        String text = WebhookSecret.generate().text();
        assertThat(text).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(text.substring(6))).hasSizeBetween(24, 64);
        assertThat(WebhookSecret.generate().text()).isNotEqualTo(text);
    }

    @Test
    void aSecretDoesNotShowItselfInALog() {
        assertThat(WebhookSecret.generate().toString()).doesNotContain("whsec_");
    }
}
