package cme.chassis.eventlog;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An event in the JSON format of CloudEvents 1.0, with the attributes that it has on Kafka.
@Schema(description = "An event in the JSON format of CloudEvents 1.0")
public record CloudEvent(
        @Schema(examples = "1.0") String specversion,
        @Schema(description = "The same when the event is repeated") UUID id,
        @Schema(description = "The service that tells of it", examples = "/credit-service")
                String source,
        @Schema(
                        description = "The name of the event, as in the AsyncAPI document",
                        examples = "cme.credit.completion.recorded")
                String type,
        @Schema(
                        description = "What it is about; the events of one subject are in order",
                        examples = "0192d3f0-7a1b-7c3d-9e4f-5a6b7c8d9e0f")
                String subject,
        @Schema(description = "When the change was recorded") Instant time,
        @Schema(examples = "application/json") String datacontenttype,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        description =
                                "The whole state of the subject after the change, as in the AsyncAPI"
                                        + " document")
                @JsonRawValue
                String data) {

    private static final String VERSION = "1.0";
    private static final String JSON = "application/json";

    /// @param source the attribute `source`, which names the service
    static CloudEvent of(StoredEvent event, String source) {
        return new CloudEvent(
                VERSION,
                event.eventId(),
                source,
                event.type(),
                event.key(),
                event.recordedAt(),
                JSON,
                event.payload());
    }
}
