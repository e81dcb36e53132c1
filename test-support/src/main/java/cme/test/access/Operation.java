package cme.test.access;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An operation in the OpenAPI description of a service.
///
/// @param path a template such as `/v1/completions/{id}`
/// @param bodies the media types of bodies that it reads; empty when it reads none
/// @param secured whether it requires a token
record Operation(String method, String path, List<String> bodies, boolean secured) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    static List<Operation> of(JsonNode openApi) {
        List<Operation> operations = new ArrayList<>();
        openApi.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(method -> METHODS.contains(method.getKey()))
                                        .map(
                                                method ->
                                                        of(
                                                                path.getKey(),
                                                                method.getKey(),
                                                                method.getValue()))
                                        .forEach(operations::add));
        return operations;
    }

    private static Operation of(String path, String method, JsonNode operation) {
        List<String> bodies = new ArrayList<>();
        operation.path("requestBody").path("content").fieldNames().forEachRemaining(bodies::add);
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                bodies,
                !operation.path("security").isEmpty());
    }

    /// The number of segments that agree literally; -1 if this is not the operation at that path.
    int fits(String otherMethod, String otherPath) {
        String[] own = path.split("/");
        String[] other = otherPath.split("\\?", 2)[0].split("/");
        if (!method.equals(otherMethod) || own.length != other.length) {
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
