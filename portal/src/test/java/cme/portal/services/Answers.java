package cme.portal.services;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Answers of the services to the demo, kept as files in `answers`, for tests of pages.
public final class Answers {

    /// As the clients read.
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Answers() {}

    /// @param file such as `compliance/status-late.json`
    public static <T> T read(String file, Class<T> type) {
        return read(file, JSON.constructType(type));
    }

    /// A page of a list.
    public static <T> Paged<T> page(String file, Class<T> item) {
        return read(file, JSON.getTypeFactory().constructParametricType(Paged.class, item));
    }

    static <T> T read(String file, JavaType type) {
        try (InputStream json = Answers.class.getResourceAsStream("/answers/" + file)) {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
