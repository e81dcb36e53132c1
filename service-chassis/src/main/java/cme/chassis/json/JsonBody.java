package cme.chassis.json;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.function.Function;

/// A request body that is well-formed JSON. The resource reads its content.
public record JsonBody(JsonNode root) {

    /// Reads the whole body.
    ///
    /// @throws cme.chassis.problem.InvalidRequest with all violations when there are any
    public <T> T read(Function<Fields, T> reader) {
        Fields fields = Fields.of(root);
        T request = reader.apply(fields);
        fields.complete();
        return request;
    }
}
