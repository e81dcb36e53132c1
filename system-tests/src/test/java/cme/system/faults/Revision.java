package cme.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One revision of a completion, as an event or an answer of the credit-service tells it.
///
/// @param poster `BOARD`, or `PROVIDER:` and its code
/// @param reason why it was corrected or withdrawn; clients give every request one of its own
record Revision(
        String completion,
        int number,
        String status,
        String diplomate,
        Content content,
        String poster,
        String externalId,
        @Nullable String reason,
        Instant recordedAt) {

    static Revision of(JsonNode json) {
        var kind = json.path("poster").asText();
        return new Revision(
                json.path("id").asText(),
                json.path("revision").asInt(),
                json.path("status").asText(),
                json.path("diplomateId").asText(),
                Content.of(json),
                kind.equals("BOARD") ? kind : kind + ":" + json.path("provider").asText(),
                json.path("externalId").asText(),
                Content.text(json, "reason"),
                Instant.parse(json.path("recordedAt").asText()));
    }

    /// The part that the compliance-service keeps.
    Revision asEvidence() {
        var kind = poster.startsWith("PROVIDER") ? "PROVIDER:" : poster;
        return new Revision(
                completion, number, status, diplomate, content, kind, "", null, recordedAt);
    }
}
