package cme.credit.identity;

import cme.chassis.eventlog.NewEvent;
import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.json.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Kafka topic that tells which number of a diplomate was merged into which. It carries no
/// personal data (contract: `credit.identity.schema.json`).
public final class IdentityTopic {
    static final String MERGED = "cme.credit.identity.merged";
    static final String SEPARATED = "cme.credit.identity.separated";

    private static final String NAME = "credit.identities.v1";
    private static final String SCHEMA =
            "https://contracts.cme.example/credit/v1/identity.schema.json";

    private IdentityTopic() {}

    /// @param mergedInto the number that remains; null after a separation
    /// @param revision of the identity; grows with every change, but not always by one
    private record Payload(
            String diplomateId,
            @Nullable String mergedInto,
            int revision,
            Instant recordedAt,
            String recordedBy) {}

    public static PublishedTopic topic() {
        return new PublishedTopic(NAME, Map.of(MERGED, SCHEMA, SEPARATED, SCHEMA));
    }

    static NewEvent event(IdentityView identity, String by) {
        var payload =
                new Payload(
                        identity.diplomateId(),
                        identity.mergedInto(),
                        identity.revision(),
                        identity.updatedAt(),
                        by);
        try {
            return new NewEvent(
                    identity.diplomateId(),
                    identity.mergedInto() == null ? SEPARATED : MERGED,
                    StrictJson.mapper().writeValueAsString(payload),
                    identity.updatedAt(),
                    by);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The merge cannot be written as JSON", e);
        }
    }
}
