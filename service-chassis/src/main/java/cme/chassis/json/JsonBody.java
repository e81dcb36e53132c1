package cme.chassis.json;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.function.Function;

/// A request body that is well-formed JSON; what it says is read by the resource.
public record JsonBody(JsonNode root) {

    /// Reads the whole body, or refuses it with every violation.
    ///
    /// @throws cme.chassis.problem.InvalidRequest when anything is wrong or unknown
    public <T> T read(Function<Fields, T> reader) {
        var fields = Fields.of(root);
        T request = reader.apply(fields);
        fields.complete();
        return request;
    }
}
