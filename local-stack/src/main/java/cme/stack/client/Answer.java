package cme.stack.client;

import cme.stack.process.StackFailure;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;
import java.util.Set;

/// The answer of a service.
///
/// @param request method and path, for messages
/// @param body a missing node if the answer has no JSON body
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

    /// @throws StackFailure unless the status is one of these
    public Answer expect(Integer... statuses) {
        if (!Set.of(statuses).contains(status)) {
            throw new StackFailure("%s answered %d: %s".formatted(request, status, body));
        }
        return this;
    }

    /// The version of what was answered, for an `If-Match`; empty when the answer has none.
    public String tag() {
        return headers.firstValue("ETag").orElse("");
    }

    /// The text or number at a JSON Pointer such as `/basis/completions`; empty when there is none.
    public String at(String pointer) {
        return body.at(pointer).asText();
    }
}
