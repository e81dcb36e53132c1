package cme.test.openapi;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An operation in the OpenAPI description of a service.
///
/// @param path a template such as `/v1/completions/{id}`
/// @param bodies the media types of bodies that it reads; empty when it reads none
/// @param secured whether it requires a token
/// @param node its whole description
public record Operation(
        String method, String path, List<String> bodies, boolean secured, JsonNode node) {

    static Operation of(String method, String path, JsonNode node) {
        List<String> bodies = new ArrayList<>();
        node.path("requestBody").path("content").fieldNames().forEachRemaining(bodies::add);
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                bodies,
                !node.path("security").isEmpty(),
                node);
    }

    public String id() {
        return node.path("operationId").asText();
    }

    /// The number of segments that agree literally; -1 if this is not the operation at that path.
    public int fits(String otherMethod, String otherPath) {
        return method.equals(otherMethod) ? fits(otherPath) : -1;
    }

    /// The same for any method.
    int fits(String otherPath) {
        String[] own = path.split("/");
        String[] other = otherPath.split("\\?", 2)[0].split("/");
        if (own.length != other.length) {
            return -1;
        }
        int literal = 0;
        for (int i = 0; i < own.length; i++) {
            if (own[i].equals(other[i])) {
                literal++;
            } else if (!own[i].startsWith("{")) {
                return -1;
            }
        }
        return literal;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
