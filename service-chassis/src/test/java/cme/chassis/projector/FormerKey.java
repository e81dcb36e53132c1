package cme.chassis.projector;

import static java.nio.charset.StandardCharsets.UTF_8;

import cme.chassis.kafka.EventKeys;
import cme.test.stack.TestKafka;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Signs as `docs/evolution.md` tells others to check, written a second time: so the form cannot
/// change unnoticed, which would make every event on Kafka a forgery.
record FormerKey(SecretKey secret) {

    private static final List<String> ATTRIBUTES =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_type",
                    "ce_source",
                    "ce_subject",
                    "ce_dataschema",
                    "ce_time",
                    "content-type");

    Map<String, String> sign(String topic, String key, Map<String, String> attributes, byte[] value)
            throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(secret);
        for (String part : List.of("cme-event-1", TestKafka.FORMER_KEY, topic, key)) {
            add(mac, part.getBytes(UTF_8));
        }
        for (String name : ATTRIBUTES) {
            String text = attributes.get(name);
            add(mac, text == null ? null : text.getBytes(UTF_8));
        }
        add(mac, value);
        var signed = new HashMap<>(attributes);
        signed.put(EventKeys.MAC, Base64.getEncoder().encodeToString(mac.doFinal()));
        signed.put(EventKeys.KEY_ID, TestKafka.FORMER_KEY);
        return signed;
    }

    private static void add(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).flip());
        if (part != null) {
            mac.update(part);
        }
    }
}
