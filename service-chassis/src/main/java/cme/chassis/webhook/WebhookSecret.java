package cme.chassis.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret of a webhook, and the signature that it makes as Standard Webhooks 1.0 says.
///
/// @param text `whsec_` and 24 to 64 bytes in base64
record WebhookSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    static WebhookSecret generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /// @param id of the message, the same in every attempt
    String signature(String id, Instant timestamp, String body) {
        String content = id + "." + timestamp.getEpochSecond() + "." + body;
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The message cannot be signed", e);
        }
    }

    /// Keeps the secret out of logs.
    @Override
    public String toString() {
        return "WebhookSecret[]";
    }
}
