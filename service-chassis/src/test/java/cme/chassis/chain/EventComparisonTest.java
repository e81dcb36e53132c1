package cme.chassis.chain;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.chain.Finding.Kind;
import cme.chassis.kafka.EventKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventComparisonTest {

    private static final String TOPIC = "credit.completions.v1";
    private static final String OTHER_TOPIC = "credit.identities.v1";
    private static final String TYPE = "cme.credit.completion.recorded";
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final EventKeys KEYS = new EventKeys(Map.of("credit", "k1:" + "s".repeat(32)));

    private static final LogEntry ENTRY =
            new LogEntry(17, UUID.randomUUID(), "012345", TYPE, AT, "board", null, "{\"id\": 1}");

    private static Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("ce_id", ENTRY.eventId().toString());
        attributes.put("ce_type", TYPE);
        attributes.put("ce_time", AT.toString());
        return attributes;
    }

    private static Map<String, String> signedFor(String topic, EventKeys keys) {
        byte[] value = ENTRY.payload().getBytes(StandardCharsets.UTF_8);
        return keys.sign(topic, ENTRY.key(), attributes(), value);
    }

    private static Optional<Kind> judged(
            String topic, String type, Map<String, String> attributes, @Nullable LogEntry entry) {
        var event = new ConsumerRecord<>(topic, 0, 5, ENTRY.key(), ENTRY.payload());
        attributes.forEach(
                (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new EventComparison(topic, Set.of(type), KEYS)
                .problem(event, entry)
                .map(EventComparison.Problem::kind);
    }

    @Test
    void whatTheServicePublishedAgrees() {
        assertThat(judged(TOPIC, TYPE, signedFor(TOPIC, KEYS), ENTRY)).isEmpty();
    }

    @Test
    void anEventThatIsNotInTheLogIsForged() {
        assertThat(judged(TOPIC, TYPE, signedFor(TOPIC, KEYS), null)).contains(Kind.EVENT_DIFFERS);
    }

    @Test
    void anEventThatSaysSomethingElseDiffers() {
        Map<String, String> attributes = signedFor(TOPIC, KEYS);
        attributes.put("ce_time", AT.plusMillis(1).toString());
        assertThat(judged(TOPIC, TYPE, attributes, ENTRY)).contains(Kind.EVENT_DIFFERS);
    }

    @Test
    void anEventOfAnotherTopicDoesNotBelong() {
        assertThat(
                        judged(
                                OTHER_TOPIC,
                                "cme.credit.identity.merged",
                                signedFor(OTHER_TOPIC, KEYS),
                                ENTRY))
                .contains(Kind.EVENT_DIFFERS);
    }

    @Test
    void anEventThatWasSignedForAnotherTopicIsNotAuthentic() {
        assertThat(judged(TOPIC, TYPE, signedFor(OTHER_TOPIC, KEYS), ENTRY))
                .contains(Kind.EVENT_NOT_AUTHENTIC);
    }

    @Test
    void anEventThatSomebodyElseSignedIsNotAuthentic() {
        var others = new EventKeys(Map.of("credit", "k1:" + "x".repeat(32)));
        assertThat(judged(TOPIC, TYPE, signedFor(TOPIC, others), ENTRY))
                .contains(Kind.EVENT_NOT_AUTHENTIC);
    }

    @Test
    void anEventWithoutSignatureIsOfItsOwnKind() {
        assertThat(judged(TOPIC, TYPE, attributes(), ENTRY)).contains(Kind.EVENT_UNSIGNED);
    }

    @Test
    void anEventWithHalfASignatureIsNotAuthentic() {
        Map<String, String> attributes = signedFor(TOPIC, KEYS);
        attributes.remove(EventKeys.MAC);
        assertThat(judged(TOPIC, TYPE, attributes, ENTRY)).contains(Kind.EVENT_NOT_AUTHENTIC);
    }
}
