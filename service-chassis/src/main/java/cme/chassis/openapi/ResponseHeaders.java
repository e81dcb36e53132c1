package cme.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Headers that follow from the status of an answer.
final class ResponseHeaders {

    private ResponseHeaders() {}

    static void addTo(Operation operation) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        answers.forEach(
                (status, answer) -> {
                    switch (status) {
                        case "401" -> add(answer, "WWW-Authenticate", "`Bearer`");
                        case "429", "503" ->
                                add(answer, "Retry-After", "When to come back, in seconds");
                        case "304" -> add(answer, "ETag", "The version that the caller has");
                        default -> {
                            // Other answers have no headers that follow from their status alone.
                        }
                    }
                });
        if (answers.containsKey("304") && answers.containsKey("200")) {
            add(answers.get("200"), "ETag", "The version of this answer; for `If-None-Match`");
        }
    }

    private static void add(APIResponse answer, String name, String description) {
        if (answer.getHeaders() == null || !answer.getHeaders().containsKey(name)) {
            answer.addHeader(name, header(description));
        }
    }

    private static Header header(String description) {
        return createHeader()
                .description(description)
                .schema(createSchema().type(List.of(SchemaType.STRING)));
    }
}
