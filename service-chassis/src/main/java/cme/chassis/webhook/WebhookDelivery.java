package cme.chassis.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An event on its way to a webhook, or delivered.
///
/// @param id of the event, which the receiver gets as `webhook-id`
public record WebhookDelivery(
        @Schema(description = "The event; the receiver gets it as `webhook-id`") UUID id,
        @Schema(examples = "cme.credit.completion.recorded") String type,
        @Schema(examples = "0192d3f0-7a1b-7c3d-9e4f-5a6b7c8d9e0f") String subject,
        State state,
        @Schema(description = "How often it was sent") int attempts,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant lastAttemptAt,
        @Schema(nullable = true, description = "Null when it is delivered")
                @Nullable Instant nextAttemptAt,
        @Schema(nullable = true) @Nullable Instant deliveredAt,
        @Schema(nullable = true, description = "The status of the last answer")
                @Nullable Integer status,
        @Schema(nullable = true, description = "Why there was no answer the last time")
                @Nullable String problem) {

    /// Whether the receiver has it.
    @Schema(name = "WebhookDeliveryState")
    public enum State {
        WAITING,
        DELIVERED
    }
}
