package cme.chassis.projector;

import cme.chassis.json.StrictJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// An event as it came from Kafka, not yet understood.
///
/// @param type `ce_type` of the CloudEvents binary mode; null when the header is missing
public record ReceivedEvent(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String type,
        byte @Nullable [] value) {

    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static ReceivedEvent of(ConsumerRecord<byte[], byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return new ReceivedEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                type == null ? null : new String(type.value(), StandardCharsets.UTF_8),
                record.value());
    }

    /// Reads the value, a JSON object, into a record of the consumer; properties that it does not
    /// know are ignored, as a producer may add some.
    ///
    /// @throws UnreadableEvent when it is no JSON object, a value is of the wrong type or the
    ///   record refuses it
    public <T> T as(Class<T> record) throws UnreadableEvent {
        if (value == null) {
            throw new UnreadableEvent("The event has no value");
        }
        try (var parser = JSON.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableEvent("The event is not a JSON object");
            }
            return JSON.readValue(parser, record);
        } catch (DatabindException e) {
            throw new UnreadableEvent(
                    e.getCause() instanceof StreamReadException broken
                            ? StrictJson.describe(broken)
                            : "Not a valid " + record.getSimpleName() + ": " + reason(e));
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(StrictJson.describe(e));
        } catch (IOException e) {
            throw new UnreadableEvent("The event is not JSON");
        }
    }

    private static String reason(DatabindException e) {
        return String.valueOf(e.getOriginalMessage());
    }
}
