package cme.credit.description;

import cme.chassis.problem.Problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Describes the refusals that every operation can answer with: problem details (RFC 9457), with
/// every violation.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Refusals implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(PROBLEM, problem()).addSchema(VIOLATION, violation());
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().values().forEach(Refusals::describe));
        }
    }

    private static void describe(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        always(operation)
                .forEach(
                        (status, meaning) ->
                                operation.getResponses().addAPIResponse(status, refusal(meaning)));
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("4")) {
                                response.setContent(content());
                            }
                        });
    }

    private static Map<String, String> always(Operation operation) {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("400", "Unreadable or invalid; `errors` names every violation");
        refusals.put("401", "No valid token");
        refusals.put("403", "The token does not allow this");
        if (operation.getRequestBody() != null) {
            refusals.put("413", "The body is too large");
            refusals.put("415", "The Content-Type is not read here");
        }
        refusals.put("503", "Temporarily unavailable; `Retry-After` says when to come back");
        return refusals;
    }

    private static APIResponse refusal(String meaning) {
        return OASFactory.createAPIResponse().description(meaning).content(content());
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    private static Schema problem() {
        return schema(Schema.SchemaType.OBJECT, "Why a request was refused (RFC 9457)")
                .addProperty("type", text("Stable URI that ends in a slug; switch on it"))
                .addProperty("title", text("The same for every problem of this type"))
                .addProperty("status", schema(Schema.SchemaType.INTEGER, "The HTTP status"))
                .addProperty("detail", text("What happened and what to do about it"))
                .addProperty(
                        "errors",
                        schema(Schema.SchemaType.ARRAY, "Every violation of an invalid request")
                                .items(OASFactory.createSchema().ref(VIOLATION)))
                .required(List.of("type", "title", "status"));
    }

    private static Schema violation() {
        return schema(Schema.SchemaType.OBJECT, "One thing that is wrong with a request")
                .addProperty("pointer", text("JSON Pointer (RFC 6901) into the request"))
                .addProperty("code", text("Stable and machine readable"))
                .addProperty("detail", text("A sentence for a person"))
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema text(String description) {
        return schema(Schema.SchemaType.STRING, description);
    }

    private static Schema schema(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().type(List.of(type)).description(description);
    }
}
