package cme.chassis.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A webhook as its owner sees it.
///
/// @param secret in the answer that makes it, and in no other
@Schema(name = "Webhook")
public record WebhookView(
        @Schema(examples = "meeting-system") String name,
        @Schema(examples = "https://meetings.asps.example/hooks/credits") String url,
        @Schema(description = "Empty for all types of the topic") List<String> types,
        @Schema(description = "A webhook that is disabled is told of nothing until it is put again")
                State state,
        @Schema(nullable = true) @Nullable Instant disabledAt,
        @Schema(nullable = true, description = "Null while it is active")
                @Nullable DisabledReason disabledReason,
        @Schema(description = "Events on their way, the ones that failed included") int waiting,
        @Schema(nullable = true, description = "The first failure of those that fail now")
                @Nullable Instant failingSince,
        int revision,
        Instant recordedAt,
        String recordedBy,
        @Schema(
                        nullable = true,
                        description = "Shown once: when the webhook is new, or its secret is",
                        examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String secret) {

    /// Whether events are sent.
    @Schema(name = "WebhookState")
    public enum State {
        ACTIVE,
        DISABLED
    }

    /// Why events are no longer sent: the receiver answered 410, or refused an event for days.
    @Schema(name = "WebhookDisabledReason")
    public enum DisabledReason {
        GONE,
        FAILING
    }

    public WebhookView {
        types = List.copyOf(types);
    }

    WebhookView withSecret(WebhookSecret fresh) {
        return new WebhookView(
                name,
                url,
                types,
                state,
                disabledAt,
                disabledReason,
                waiting,
                failingSince,
                revision,
                recordedAt,
                recordedBy,
                fresh.text());
    }
}
