package cme.credit.identity;

import cme.chassis.eventlog.NewEvent;
import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.json.StrictJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Kafka topic that tells which number of a diplomate was merged into which, and whose data
/// were erased. It carries no personal data (contract: `credit.identity.schema.json`).
public final class IdentityTopic {
    static final String MERGED = "cme.credit.identity.merged";
    static final String SEPARATED = "cme.credit.identity.separated";
    static final String ERASED = "cme.credit.identity.erased";

    private static final String NAME = "credit.identities.v1";
    private static final String SCHEMA =
            "https://contracts.cme.example/credit/v1/identity.schema.json";

    private IdentityTopic() {}

    /// @param mergedInto the number that remains; null after a separation
    /// @param revision of the identity; grows with every change, but not always by one
    /// @param erased null in every event but that of an erasure
    private record Payload(
            String diplomateId,
            @Nullable String mergedInto,
            int revision,
            Instant recordedAt,
            String recordedBy,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean erased) {}

    public static PublishedTopic topic() {
        return new PublishedTopic(NAME, Map.of(MERGED, SCHEMA, SEPARATED, SCHEMA, ERASED, SCHEMA));
    }

    /// Tells into whom the diplomate is merged now, if into anybody.
    static NewEvent merged(IdentityView identity, String by) {
        return event(identity.mergedInto() == null ? SEPARATED : MERGED, identity, by);
    }

    /// Tells that names, day of birth and NPI were erased. Consumers that keep any erase them too.
    static NewEvent erased(IdentityView identity, String by) {
        return event(ERASED, identity, by);
    }

    private static NewEvent event(String type, IdentityView identity, String by) {
        var payload =
                new Payload(
                        identity.diplomateId(),
                        identity.mergedInto(),
                        identity.revision(),
                        identity.updatedAt(),
                        by,
                        type.equals(ERASED) ? true : null);
        try {
            return new NewEvent(
                    identity.diplomateId(),
                    type,
                    StrictJson.mapper().writeValueAsString(payload),
                    identity.updatedAt(),
                    by);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The event cannot be written as JSON", e);
        }
    }
}
