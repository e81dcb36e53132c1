package cme.chassis.projector;

import cme.chassis.json.StrictJson;
import cme.chassis.kafka.EventKeys;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// An event as it came from Kafka, before it is read.
///
/// @param attributes the headers of CloudEvents' binary mode that the event has, by name
public record ReceivedEvent(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> attributes,
        byte @Nullable [] value) {

    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public ReceivedEvent {
        attributes = Map.copyOf(attributes);
    }

    public static ReceivedEvent of(ConsumerRecord<byte[], byte[]> record) {
        var attributes = new HashMap<String, @Nullable String>();
        for (Header header : record.headers()) {
            if (EventKeys.ATTRIBUTES.contains(header.key())) {
                // The last one of a name counts, also when it has no value.
                attributes.put(header.key(), text(header.value()));
            }
        }
        attributes.values().removeIf(Objects::isNull);
        return new ReceivedEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                text(record.key()),
                attributes,
                record.value());
    }

    /// The type of the event; null when it has none.
    public @Nullable String type() {
        return attributes.get("ce_type");
    }

    /// Makes text that the database can store, which takes no NUL.
    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null
                ? null
                : new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    /// The topic, partition and offset, for logs.
    String place() {
        return "%s-%d@%d".formatted(topic, partition, offset);
    }

    /// Reads the value, a JSON object, into a record of the consumer. Unknown properties are
    /// ignored, because a producer may add some.
    ///
    /// @throws UnreadableEvent when the value is not a JSON object, a property has the wrong type
    ///   or the record refuses it
    public <T> T as(Class<T> record) throws UnreadableEvent {
        if (value == null) {
            throw new UnreadableEvent("The event has no value");
        }
        try (JsonParser parser = JSON.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableEvent("The event is not a JSON object");
            }
            return JSON.readValue(parser, record);
        } catch (DatabindException e) {
            throw new UnreadableEvent(
                    e.getCause() instanceof StreamReadException broken
                            ? StrictJson.describe(broken)
                            : reason(e));
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(StrictJson.describe(e));
        } catch (IOException | NumberFormatException e) {
            // A number with an exponent that Java cannot represent.
            throw new UnreadableEvent("The event is not JSON");
        } catch (IllegalArgumentException | NullPointerException | ArithmeticException e) {
            throw new UnreadableEvent(String.valueOf(e.getMessage()));
        }
    }

    /// The message of the record itself, or the name of the property. The message of the library is
    /// not used, because it names classes and repeats content.
    private static String reason(DatabindException e) {
        if (e.getCause() instanceof IllegalArgumentException
                || e.getCause() instanceof NullPointerException
                || e.getCause() instanceof ArithmeticException) {
            return String.valueOf(e.getCause().getMessage());
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "%s is missing or of the wrong type".formatted(pointer(mapping));
        }
        return "The event is not of the expected form.";
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }
}
