package cme.catalog.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/// Describes that every answer of the catalog to a GET has an ETag, lists too, so that a caller who
/// has it already gets 304.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 200)
public final class UnchangedAnswers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .filter(path -> path.getGET() != null)
                .forEach(
                        path ->
                                path.getGET()
                                        .getResponses()
                                        .addAPIResponse(
                                                "304",
                                                OASFactory.createAPIResponse()
                                                        .description("The caller has it already")));
    }
}
