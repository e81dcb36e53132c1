package cme.catalog.provider;

import cme.catalog.activity.ProviderCode;
import cme.catalog.reading.OpenAnswers;
import cme.chassis.http.Caller;
import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Jdbi;

/// `/v1/providers`.
@Path("/v1/providers")
@Tag(name = "Providers", description = "Who gives activities")
@RunOnVirtualThread
public class ProviderResource {

    private final Jdbi jdbi;
    private final Providers providers;
    private final ProviderKeeping keeping;
    private final OpenAnswers answers;
    private final Caller caller;

    ProviderResource(
            Jdbi jdbi,
            Providers providers,
            ProviderKeeping keeping,
            OpenAnswers answers,
            Caller caller) {
        this.jdbi = jdbi;
        this.providers = providers;
        this.keeping = keeping;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listProviders", summary = "All providers, by code")
    public RestResponse<Page<Provider>> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var asked = PageRequest.read(query, 1);
        query.complete();
        return answers.list(headers, jdbi.withHandle(handle -> providers.page(handle, asked)));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getProvider", summary = "One provider")
    @APIResponse(responseCode = "404", description = "There is no such provider")
    public RestResponse<Provider> get(
            @PathParam("code") String code, @Context HttpHeaders headers) {
        var provider =
                Optional.of(code)
                        .filter(ProviderCode::isCode)
                        .flatMap(known -> jdbi.withHandle(handle -> providers.find(handle, known)))
                        .orElseThrow(() -> new NoSuchResource("There is no such provider."));
        return answers.single(headers, provider.revision(), provider);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("board")
    @Operation(
            operationId = "putProvider",
            summary = "Add a provider, or change its name or website")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProviderRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is so now, or was so already",
            content = @Content(schema = @Schema(implementation = Provider.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is new",
            content = @Content(schema = @Schema(implementation = Provider.class)))
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "428", description = "It exists and If-Match is missing")
    public Response put(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        if (!ProviderCode.isCode(code)) {
            throw new InvalidRequest("/code", "provider.form", ProviderCode.FORM);
        }
        var provider = new ProviderCode(code);
        var outcome =
                keeping.put(
                        provider,
                        ProviderRequest.read(body, provider),
                        caller.subject(),
                        revision -> ETag.of(revision).refusesReplacement(headers));
        return switch (outcome) {
            case ProviderKeeping.Outcome.Created(var created) -> answer(201, created);
            case ProviderKeeping.Outcome.Kept(var kept) -> answer(200, kept);
            case ProviderKeeping.Outcome.Refused(var problem) -> problem.response();
        };
    }

    private static Response answer(int status, Provider provider) {
        var tag = ETag.of(provider.revision()).header();
        return Response.status(status).entity(provider).header(HttpHeaders.ETAG, tag).build();
    }
}
