package cme.compliance.harness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Events as the other services send them; a test changes the fields that matter to it.
public final class EventFixtures {

    private EventFixtures() {}

    /// The first revision of a completion outside the catalog, all of it patient safety.
    public static ObjectNode completion(
            String id, String diplomate, String completedOn, String credits) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("revision", 1)
                .put("status", "RECORDED")
                .put("diplomateId", diplomate)
                .putNull("activity")
                .put("title", "Course " + id)
                .put("completedOn", completedOn)
                .put("credits", new BigDecimal(credits))
                .put("patientSafetyCredits", new BigDecimal(credits))
                .put("category", "AMA_PRA_1")
                .put("provider", "ASPS")
                .put("poster", "PROVIDER")
                .put("externalId", id)
                .putNull("roster")
                .put("recordedAt", completedOn + "T18:00:00Z")
                .put("recordedBy", "asps")
                .putNull("reason");
    }

    /// The next revision of the same completion.
    public static ObjectNode next(ObjectNode completion, String recordedAt) {
        return completion
                .deepCopy()
                .put("revision", completion.get("revision").asInt() + 1)
                .put("recordedAt", recordedAt)
                .put("reason", "corrected");
    }

    /// The first revision of an approved course, not approved for anything yet.
    public static ObjectNode activity(String code, String credits, String patientSafety) {
        ObjectNode activity = JsonNodeFactory.instance.objectNode();
        activity.put("code", code)
                .put("title", "Activity " + code)
                .put("provider", "ASPS")
                .put("type", "COURSE")
                .put("url", "https://example.org/" + code)
                .put("credits", new BigDecimal(credits))
                .put("patientSafetyCredits", new BigDecimal(patientSafety))
                .put("creditsConfirmed", true)
                .put("oncePer", "WINDOW")
                .putNull("cap")
                .putNull("offeredFrom")
                .putNull("offeredUntil")
                .put("status", "APPROVED")
                .put("revision", 1)
                .put("recordedAt", "2020-01-01T00:00:00Z")
                .put("recordedBy", "catalog");
        activity.putArray("approvals");
        return activity;
    }

    /// Approves an activity for a purpose from a day on.
    public static ObjectNode approve(
            ObjectNode activity, String purpose, String from, String... procedures) {
        ObjectNode approval = activity.withArray("/approvals").addObject();
        approval.put("id", purpose + from).put("purpose", purpose).put("from", from);
        approval.putNull("until");
        ArrayNode codes = approval.putArray("procedures");
        for (String procedure : procedures) {
            codes.add(procedure);
        }
        return activity;
    }

    /// Tells that a number is merged, or somebody's own again.
    ///
    /// @param into null for a separation
    public static ObjectNode merge(
            String number, @Nullable String into, int revision, String recordedAt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("diplomateId", number)
                .put("mergedInto", into)
                .put("revision", revision)
                .put("recordedAt", recordedAt)
                .put("recordedBy", "board");
    }
}
