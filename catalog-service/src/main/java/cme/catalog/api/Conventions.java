package cme.catalog.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Adds the parts that operations share: paging parameters to lists, and the conditional headers.
/// An operation names only its own parts.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Conventions implements OASFilter {

    private static final String UNCHANGED = "304";

    private static final String SCHEMAS = "#/components/schemas/";

    /// The name of a page is made of the name of a class; in the API it has that of the schema.
    private static final Map<String, String> PAGES =
            Map.of(
                    "PageCapGroupView", "PageCapGroup",
                    "PageProviderView", "PageProvider",
                    "PageTracerProcedureView", "PageTracerProcedure");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        SharedParts.addTo(api);
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        if (schemas != null) {
            var renamed = new LinkedHashMap<String, Schema>();
            schemas.forEach((name, schema) -> renamed.put(PAGES.getOrDefault(name, name), schema));
            api.getComponents().setSchemas(renamed);
        }
        if (api.getPaths() != null) {
            for (PathItem path : api.getPaths().getPathItems().values()) {
                path.getOperations().forEach(Conventions::describe);
            }
        }
    }

    private static void describe(PathItem.HttpMethod method, Operation operation) {
        if (isList(operation)) {
            parameter(operation, "limit");
            parameter(operation, "cursor");
            operation
                    .getResponses()
                    .getAPIResponse("200")
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> rename(media.getSchema()));
        }
        if (method == PathItem.HttpMethod.GET) {
            parameter(operation, "If-None-Match");
            operation
                    .getResponses()
                    .addAPIResponse(
                            UNCHANGED,
                            OASFactory.createAPIResponse()
                                    .description("The client has it already"));
        }
        if (operation.getResponses().getAPIResponses().containsKey("412")) {
            parameter(operation, "If-Match");
        }
    }

    private static void rename(Schema page) {
        String name = page.getRef().substring(SCHEMAS.length());
        page.setRef(SCHEMAS + PAGES.getOrDefault(name, name));
    }

    private static void parameter(Operation operation, String name) {
        operation.addParameter(OASFactory.createParameter().ref(name));
    }

    private static boolean isList(Operation operation) {
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        Content content = ok == null ? null : ok.getContent();
        return content != null
                && content.getMediaTypes().values().stream()
                        .map(media -> media.getSchema())
                        .anyMatch(s -> s != null && String.valueOf(s.getRef()).contains("/Page"));
    }
}
