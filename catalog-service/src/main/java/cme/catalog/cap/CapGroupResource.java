package cme.catalog.cap;

import cme.catalog.access.Roles;
import cme.catalog.api.OpenAnswers;
import cme.catalog.reference.PutResponses;
import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
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

/// `/v1/cap-groups`.
@Path("/v1/cap-groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cap groups", description = "Activities that count at most so many credits together")
@RunOnVirtualThread
public class CapGroupResource {

    private final CapGroups groups;
    private final CapGroupService service;
    private final OpenAnswers answers;
    private final Caller caller;

    CapGroupResource(
            CapGroups groups, CapGroupService service, OpenAnswers answers, Caller caller) {
        this.groups = groups;
        this.service = service;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCapGroups", summary = "All cap groups, by code")
    public RestResponse<Page<CapGroupView>> list(
            @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields query = Fields.ofQuery(uri);
        PageRequest asked = PageRequest.read(query, 1);
        query.complete();
        List<CapGroupView> rows = groups.listAfter(asked, CapGroupView.class);
        return answers.list(headers, Page.of(rows, asked, view -> Cursor.of(view.code())));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getCapGroup", summary = "One cap group")
    public RestResponse<CapGroupView> get(
            @PathParam("code") String code, @Context HttpHeaders headers) {
        CapGroupView view =
                groups.findByIdOptional(code)
                        .map(CapGroup::view)
                        .orElseThrow(() -> new NoSuchResource("There is no such cap group."));
        return answers.single(headers, view.tag(), view);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{code}")
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "putCapGroup",
            summary = "Cap a group",
            description = "Each activity of the group gets a revision with the new cap.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CapGroupRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or the same already",
            content = @Content(schema = @Schema(implementation = CapGroupView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CapGroupView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response put(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        var ifMatch = IfMatch.in(headers);
        return PutResponses.of(
                service.put(CapGroupRequest.read(body, code), ifMatch, caller.subject()), ifMatch);
    }
}
