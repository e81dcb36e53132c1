package cme.chassis.json;

import cme.chassis.problem.Problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.quarkus.jackson.ObjectMapperCustomizer;

import jakarta.inject.Singleton;

/// Configures how JSON is read and written everywhere: numbers are exact, dates are text, nothing
/// is dropped silently, and everything has a limit.
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNumberLength(40)
                    .maxStringLength(100_000)
                    .maxNameLength(200)
                    .build();

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(LIMITS);
        mapper.registerModule(new JavaTimeModule());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    /// Makes a strict mapper for JSON outside of HTTP: events, stored documents, tests.
    public static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }

    /// Describes the mistake and its place, without the content.
    public static String describe(JsonProcessingException broken) {
        JsonLocation at = broken.getLocation();
        String problem =
                isNotUtf8(broken)
                        ? "This is not UTF-8, and Content-Type declares no other charset"
                        : "This is not well-formed JSON within the limits";
        return at == null
                ? problem + "."
                : "%s: line %d, column %d.".formatted(problem, at.getLineNr(), at.getColumnNr());
    }

    /// Jackson tells malformed UTF-8 from malformed JSON by its sentence alone.
    public static boolean isNotUtf8(JsonProcessingException broken) {
        return broken.getOriginalMessage().startsWith("Invalid UTF-8");
    }

    static Problem exponentTooLarge() {
        return Problem.unreadable("The exponent of a number is too large.");
    }
}
