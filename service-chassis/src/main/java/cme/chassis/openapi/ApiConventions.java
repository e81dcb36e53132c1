package cme.chassis.openapi;

import cme.chassis.chain.CheckpointOperations;
import cme.chassis.feed.ChangeFeedOperations;
import cme.chassis.webhook.WebhookOperations;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jboss.jandex.IndexView;

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

    /// Tags of the operations that the chassis gives to more than one service.
    private static final Set<String> OF_EVERY_SERVICE =
            Set.of(
                    OPERATIONS,
                    ChangeFeedOperations.TAG,
                    CheckpointOperations.TAG,
                    WebhookOperations.TAG);

    private final IndexView index;

    /// @param index of all classes of the service
    public ApiConventions(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.setServers(
                List.of(OASFactory.createServer().url("/").description("Where this document is")));
        api.setExternalDocs(
                OASFactory.createExternalDocumentation()
                        .url("https://cme.example/q/guide")
                        .description("The guide to the API; problems are listed at /q/problems"));
        SecuritySchemes.addTo(api.getComponents());
        ResponseHeaders.addTo(api.getComponents());
        describeTags(api);
        if (api.getPaths() != null) {
            var methods = new ResourceMethods(index);
            api.getPaths()
                    .getPathItems()
                    .forEach((path, item) -> describe(api, path, item, methods));
            SharedParameters.addReferredTo(api);
        }
        Refusals.addTo(api);
        new RecordSchemas(index).complete(api);
        SchemaRules.applyTo(api);
        SchemaExamples.addTo(api);
    }

    private static void describe(OpenAPI api, String path, PathItem item, ResourceMethods methods) {
        item.getOperations()
                .forEach(
                        (method, operation) -> {
                            if (operation.getResponses() == null) {
                                operation.setResponses(OASFactory.createAPIResponses());
                            }
                            if (method == HttpMethod.GET && methods.comparesVersions(operation)) {
                                ResponseHeaders.addNotModified(operation.getResponses());
                            }
                            if (methods.isLimited(operation)) {
                                Refusals.addTooMany(operation);
                            }
                            RequestTypes.addTo(operation, methods.consumed(operation));
                            TextExamples.addTo(operation);
                            nameAfterService(operation);
                            Answers.complete(operation);
                            SharedParameters.addTo(operation, path, api.getComponents());
                            Refusals.addTo(operation, path);
                            SecuritySchemes.describe(operation);
                            ResponseHeaders.addTo(operation);
                            if (methods.isSuperseded(operation)) {
                                ResponseHeaders.addSuperseded(operation);
                            }
                        });
    }

    /// Operations that every service has are named after it, so that ids are unique over all
    /// services: `getReplay` of credit-service is `getReplayOfCredit`.
    private static void nameAfterService(Operation operation) {
        if (operation.getTags() != null
                && operation.getTags().stream().anyMatch(OF_EVERY_SERVICE::contains)) {
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
