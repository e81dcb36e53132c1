package cme.credit.completion;

import cme.chassis.json.StrictJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/// JSON in columns of the database, written and read by this service alone. Fields of a newer
/// version are ignored, because instances of two versions run side by side during an upgrade.
public final class StoredJson {
    private static final ObjectMapper MAPPER =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private StoredJson() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(failure(value.getClass(), "written as"), e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(failure(type, "read from"), e);
        }
    }

    private static String failure(Class<?> type, String how) {
        return "A %s cannot be %s JSON".formatted(type.getSimpleName(), how);
    }
}
