package cme.chassis.kafka;

import cme.chassis.json.LengthPrefixed;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The message authentication code of an event: HMAC-SHA256 (RFC 2104) over its topic, key,
/// attributes and value. Each part is preceded by its length, so that no text can move from one
/// part to the next. A trace may be added on the way, so its header is no part.
final class EventMac {

    private static final String ALGORITHM = "HmacSHA256";

    /// Headers of CloudEvents in Kafka's binary mode.
    static final List<String> ATTRIBUTES =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_type",
                    "ce_source",
                    "ce_subject",
                    "ce_dataschema",
                    "ce_time",
                    "content-type");

    /// Names the order and the form of the parts, so that another form is another code.
    private static final String FORMAT = "cme-event-1";

    /// Knows the key; a copy of it takes the parts, as to begin with the key costs as much as they
    /// do.
    private final Mac keyed;

    private EventMac(Mac keyed) {
        this.keyed = keyed;
    }

    static EventMac with(byte[] secret) {
        try {
            Mac keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret, ALGORITHM));
            return new EventMac(keyed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    byte[] of(
            String keyId,
            String topic,
            @Nullable String key,
            Map<String, String> attributes,
            byte @Nullable [] value) {
        LengthPrefixed parts = new LengthPrefixed().add(FORMAT).add(keyId).add(topic).add(key);
        ATTRIBUTES.forEach(name -> parts.add(attributes.get(name)));
        return copy().doFinal(parts.add(value).bytes());
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java cannot copy " + ALGORITHM, e);
        }
    }
}
