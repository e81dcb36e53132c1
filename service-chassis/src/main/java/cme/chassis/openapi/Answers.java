package cme.chassis.openapi;

import org.eclipse.microprofile.openapi.models.Operation;

/// Answers that succeed. A put that adds answers 201 with what it would answer with 200; an
/// operation says so by naming 201 without content.
final class Answers {

    private Answers() {}

    static void complete(Operation operation) {
        var ok = operation.getResponses().getAPIResponse("200");
        var created = operation.getResponses().getAPIResponse("201");
        if (ok != null && created != null && created.getContent() == null) {
            created.setContent(ok.getContent());
        }
    }
}
