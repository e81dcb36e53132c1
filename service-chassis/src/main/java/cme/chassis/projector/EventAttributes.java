package cme.chassis.projector;

import cme.chassis.json.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The attributes of a dead letter's event, as the database keeps them: without them, nobody could
/// check the signature again.
final class EventAttributes {

    private static final ObjectMapper JSON = StrictJson.mapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private EventAttributes() {}

    static String json(Map<String, String> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param json null for a letter of a version that kept none
    static Map<String, String> of(@Nullable String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
