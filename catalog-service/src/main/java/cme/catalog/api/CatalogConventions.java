package cme.catalog.api;

import cme.chassis.feed.ChangeFeedOperations;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Describes what holds for every GET of the catalog but the feed: its answer has an ETag, that of
/// a list too, so a caller who has it already gets 304. It runs before the conventions that all
/// services share.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 200)
public final class CatalogConventions implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";

    /// The name of a page is made of the name of a class; in the API it has that of the schema.
    private static final Map<String, String> PAGES =
            Map.of(
                    "PageAlignedActivityView", "PageAlignedActivity",
                    "PageGuidanceView", "PageGuidance",
                    "PageCapGroupView", "PageCapGroup",
                    "PageProviderView", "PageProvider",
                    "PageTracerProcedureView", "PageTracerProcedure");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var renamed = new LinkedHashMap<String, Schema>();
        api.getComponents()
                .getSchemas()
                .forEach((name, schema) -> renamed.put(PAGES.getOrDefault(name, name), schema));
        api.getComponents().setSchemas(renamed);
        api.getPaths().getPathItems().values().stream()
                .filter(path -> path.getGET() != null && !isFeed(path.getGET()))
                .forEach(path -> describe(path.getGET()));
    }

    private static boolean isFeed(Operation get) {
        return get.getTags() != null && get.getTags().contains(ChangeFeedOperations.TAG);
    }

    private static void describe(Operation get) {
        get.getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse().description("The caller has it already"));
        APIResponse ok = get.getResponses().getAPIResponse("200");
        if (ok != null && ok.getContent() != null) {
            ok.getContent().getMediaTypes().values().forEach(CatalogConventions::rename);
        }
    }

    private static void rename(MediaType media) {
        Schema schema = media.getSchema();
        if (schema != null && schema.getRef() != null) {
            String name = schema.getRef().substring(SCHEMAS.length());
            schema.setRef(SCHEMAS + PAGES.getOrDefault(name, name));
        }
    }
}
