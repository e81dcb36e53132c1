package cme.chassis.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// The message authentication code of an event: HMAC-SHA256 (RFC 2104) over its topic, key,
/// attributes and value. Each part is preceded by its length, so that no text can move from one
/// part to the next. A trace may be added on the way, so its header is no part.
final class EventMac {

    static final String ALGORITHM = "HmacSHA256";

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

    private static final int ABSENT = -1;

    private EventMac() {}

    static byte[] of(
            SecretKey secret,
            String keyId,
            String topic,
            @Nullable String key,
            Map<String, String> attributes,
            byte @Nullable [] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            add(mac, FORMAT);
            add(mac, keyId);
            add(mac, topic);
            add(mac, key);
            ATTRIBUTES.forEach(name -> add(mac, attributes.get(name)));
            add(mac, value);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    private static void add(Mac mac, @Nullable String part) {
        add(mac, part == null ? null : part.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(Mac mac, byte @Nullable [] part) {
        int length = part == null ? ABSENT : part.length;
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (part != null) {
            mac.update(part);
        }
    }
}
