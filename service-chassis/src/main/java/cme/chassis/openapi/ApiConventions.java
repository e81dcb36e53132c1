package cme.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Completes the description of every operation when a service is built: parameters, refusals,
/// headers, security and tags follow from a few rules, which the other classes of this package
/// hold. Its place after a service's own filters is fixed, so that the description is the same
/// after every build.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 100)
public final class ApiConventions implements OASFilter {

    private static final Pattern PAGE = Pattern.compile("/Page|Page$");

    private static final String OPERATIONS = "Operations";

    private static final Map<String, String> TAGS =
            Map.of(OPERATIONS, "Keeping copies, topics and dead letters in order");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.setServers(
                List.of(OASFactory.createServer().url("/").description("Where this document is")));
        api.setExternalDocs(
                OASFactory.createExternalDocumentation()
                        .url("/q/guide")
                        .description("The guide to the API; problems are listed at /q/problems"));
        Refusals.addTo(api.getComponents());
        SecuritySchemes.addTo(api.getComponents());
        clearReferences(api);
        describeTags(api);
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> describe(api, path, item));
            SharedParameters.addReferredTo(api);
        }
    }

    private static void describe(OpenAPI api, String path, PathItem item) {
        item.getOperations()
                .values()
                .forEach(
                        operation -> {
                            if (operation.getResponses() == null) {
                                operation.setResponses(OASFactory.createAPIResponses());
                            }
                            nameAfterService(operation);
                            Answers.complete(operation);
                            SharedParameters.addTo(operation, path, api.getComponents());
                            Refusals.addTo(operation, path);
                            SecuritySchemes.describe(operation);
                            ResponseHeaders.addTo(operation);
                        });
    }

    /// Operations that every service has are named after it, so that ids are unique over all
    /// services: `getReplay` of credit-service is `getReplayOfCredit`.
    private static void nameAfterService(Operation operation) {
        if (operation.getTags() != null && operation.getTags().contains(OPERATIONS)) {
            String service =
                    ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
            String word = service.replace("-service", "");
            operation.setOperationId(
                    operation.getOperationId()
                            + "Of"
                            + word.substring(0, 1).toUpperCase(Locale.ROOT)
                            + word.substring(1));
        }
    }

    /// A reference says the type of a property; a type beside it would be a second, other one.
    private static void clearReferences(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        if (schemas != null) {
            schemas.values().stream()
                    .filter(schema -> schema.getProperties() != null)
                    .flatMap(schema -> schema.getProperties().values().stream())
                    .filter(property -> property.getRef() != null)
                    .forEach(property -> property.setType(null));
        }
    }

    private static void describeTags(OpenAPI api) {
        if (api.getTags() != null) {
            api.getTags().stream()
                    .filter(tag -> tag.getDescription() == null)
                    .forEach(
                            tag ->
                                    tag.setDescription(
                                            TAGS.getOrDefault(tag.getName(), tag.getName())));
        }
    }

    /// True when the operation answers a page of a list.
    static boolean isList(Operation operation) {
        var ok = operation.getResponses().getAPIResponse("200");
        var content = ok == null ? null : ok.getContent();
        return content != null
                && content.getMediaTypes() != null
                && content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .anyMatch(
                                s -> s != null && PAGE.matcher(String.valueOf(s.getRef())).find());
    }
}
