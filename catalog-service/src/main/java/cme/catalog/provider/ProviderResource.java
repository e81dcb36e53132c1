package cme.catalog.provider;

import cme.catalog.access.Roles;
import cme.catalog.api.OpenAnswers;
import cme.catalog.reference.PutResponses;
import cme.catalog.reference.ReferenceService;
import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v1/providers`.
@Path("/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers", description = "Who gives activities")
@RunOnVirtualThread
public class ProviderResource {

    private final Providers providers;
    private final ReferenceService service;
    private final OpenAnswers answers;
    private final Caller caller;

    ProviderResource(
            Providers providers, ReferenceService service, OpenAnswers answers, Caller caller) {
        this.providers = providers;
        this.service = service;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listProviders", summary = "All providers, by code")
    public RestResponse<Page<ProviderView>> list(
            @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields query = Fields.ofQuery(uri);
        PageRequest asked = PageRequest.read(query, 1);
        query.complete();
        List<ProviderView> rows = providers.listAfter(asked, ProviderView.class);
        return answers.list(headers, Page.of(rows, asked, view -> Cursor.of(view.code())));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getProvider", summary = "One provider")
    public RestResponse<ProviderView> get(
            @PathParam("code") String code, @Context HttpHeaders headers) {
        ProviderView view =
                providers
                        .findByIdOptional(code)
                        .map(Provider::view)
                        .orElseThrow(() -> new NoSuchResource("There is no such provider."));
        return answers.single(headers, view.revision(), view);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{code}")
    @RolesAllowed(Roles.BOARD)
    @Operation(operationId = "putProvider", summary = "Add a provider, or change it")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProviderRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or the same already",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response put(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        if (!ProviderCode.isCode(code)) {
            throw new InvalidRequest("/code", "provider.form", ProviderCode.FORM);
        }
        var ifMatch = IfMatch.in(headers);
        return PutResponses.of(
                service.put(
                        providers,
                        Provider::new,
                        ProviderTopic.CHANGED,
                        code,
                        ProviderRequest.read(body, code),
                        ifMatch,
                        caller.subject()),
                ifMatch);
    }
}
