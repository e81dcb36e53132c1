package cme.chassis.chain;

import cme.chassis.chain.Finding.Kind;
import cme.chassis.kafka.EventKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Compares an event on a topic with its entry of the log: the entry is one that the topic takes,
/// says the same, and the service has signed the event for this topic.
final class EventComparison {

    /// What is wrong with an event.
    record Problem(Kind kind, String how) {}

    private final String topic;
    private final Set<String> types;
    private final EventKeys keys;

    /// @param types of the events that the topic takes
    EventComparison(String topic, Set<String> types, EventKeys keys) {
        this.topic = topic;
        this.types = Set.copyOf(types);
        this.keys = keys;
    }

    /// @param entry with the id of the event; null when the log has none
    Optional<Problem> problem(ConsumerRecord<String, String> event, @Nullable LogEntry entry) {
        if (entry == null) {
            return differs("is not in the log");
        }
        if (!types.contains(entry.type())) {
            return differs("is of a type that belongs elsewhere");
        }
        if (!agrees(event, entry)) {
            return differs("differs from the log");
        }
        Map<String, String> attributes = attributes(event);
        if (!attributes.containsKey(EventKeys.MAC) && !attributes.containsKey(EventKeys.KEY_ID)) {
            return Optional.of(new Problem(Kind.EVENT_UNSIGNED, "has no signature"));
        }
        byte[] value = event.value().getBytes(StandardCharsets.UTF_8);
        return keys.isAuthentic(topic, event.key(), attributes, value)
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                Kind.EVENT_NOT_AUTHENTIC,
                                "is not signed by a known key for this topic"));
    }

    private static Optional<Problem> differs(String how) {
        return Optional.of(new Problem(Kind.EVENT_DIFFERS, how));
    }

    private static boolean agrees(ConsumerRecord<String, String> event, LogEntry entry) {
        return Objects.equals(event.value(), entry.payload())
                && Objects.equals(event.key(), entry.key())
                && Objects.equals(header(event, "ce_type"), entry.type())
                && entry.recordedAt().equals(time(event));
    }

    private static @Nullable Instant time(ConsumerRecord<String, String> event) {
        try {
            String time = header(event, "ce_time");
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static Map<String, String> attributes(ConsumerRecord<?, ?> event) {
        var attributes = new HashMap<String, String>();
        for (String name : EventKeys.ATTRIBUTES) {
            String value = header(event, name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }

    /// @return null when the event has no such header, or one without a value
    static @Nullable String header(ConsumerRecord<?, ?> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
