package cme.chassis.json;

import cme.chassis.ChassisConfig;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Reads a JSON body of limited size, in the charset that is declared or UTF-8. The refusal of a
/// malformed body names the line and column.
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<JsonBody> {

    private final ObjectMapper mapper;
    private final int maxBytes;

    JsonBodyReader(ObjectMapper mapper, ChassisConfig config) {
        this.mapper = mapper;
        this.maxBytes = Math.toIntExact(config.maxJsonBody().asLongValue());
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == JsonBody.class;
    }

    @Override
    public JsonBody readFrom(
            Class<JsonBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            JsonNode root = mapper.readTree(bounded(JsonCharset.utf8(body, media)));
            if (root == null || root.isMissingNode()) {
                throw new InvalidRequest(Problem.unreadable("The body is empty."));
            }
            return new JsonBody(root);
        } catch (JsonProcessingException broken) {
            throw new InvalidRequest(Problem.unreadable(StrictJson.describe(broken)));
        } catch (NumberFormatException tooLarge) {
            throw new InvalidRequest(StrictJson.exponentTooLarge());
        }
    }

    /// Reads at most one byte more than the limit, which is enough to detect a body that is too
    /// large.
    private byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new InvalidRequest(Problem.tooLarge(maxBytes));
        }
        return bytes;
    }
}
