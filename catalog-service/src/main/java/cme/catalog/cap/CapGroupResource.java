package cme.catalog.cap;

import cme.catalog.activity.Cap;
import cme.catalog.reading.OpenAnswers;
import cme.catalog.register.CapGroups;
import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
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

/// `/v1/cap-groups`.
@Path("/v1/cap-groups")
@Tag(name = "Cap groups", description = "Activities that count at most so many credits together")
@RunOnVirtualThread
public class CapGroupResource {

    private final Jdbi jdbi;
    private final CapGroups groups;
    private final CapKeeping keeping;
    private final OpenAnswers answers;
    private final Caller caller;

    CapGroupResource(
            Jdbi jdbi, CapGroups groups, CapKeeping keeping, OpenAnswers answers, Caller caller) {
        this.jdbi = jdbi;
        this.groups = groups;
        this.keeping = keeping;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCapGroups", summary = "All cap groups, by code")
    public RestResponse<Page<CapGroup>> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var asked = PageRequest.read(query, 1);
        query.complete();
        var after = asked.after() == null ? "" : asked.after().part(0);
        var rows = jdbi.withHandle(h -> groups.after(h, after, asked.rowsToFetch()));
        var page = Page.of(rows, asked, cap -> Cursor.of(cap.group()));
        return answers.list(headers, page.map(CapGroup::of));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getCapGroup", summary = "One cap group")
    @APIResponse(responseCode = "404", description = "There is no such cap group")
    public RestResponse<CapGroup> get(
            @PathParam("code") String code, @Context HttpHeaders headers) {
        var cap =
                Optional.of(code)
                        .filter(Cap::isGroup)
                        .flatMap(known -> jdbi.withHandle(handle -> groups.find(handle, known)))
                        .orElseThrow(() -> new NoSuchResource("There is no such cap group."));
        var group = CapGroup.of(cap);
        return answers.single(headers, group.tag(), group);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("board")
    @Operation(
            operationId = "putCapGroup",
            summary = "Cap a group",
            description = "Each activity of the group gets a revision with the new cap.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CapGroupRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is so now, or was so already",
            content = @Content(schema = @Schema(implementation = CapGroup.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is new",
            content = @Content(schema = @Schema(implementation = CapGroup.class)))
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "428", description = "It exists and If-Match is missing")
    public Response put(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        var cap = CapGroupRequest.read(body, code);
        var outcome =
                keeping.put(
                        cap,
                        caller.subject(),
                        current -> current.tag().refusesReplacement(headers));
        return switch (outcome) {
            case CapKeeping.Outcome.Created() -> answer(201, cap);
            case CapKeeping.Outcome.Kept() -> answer(200, cap);
            case CapKeeping.Outcome.Refused(var problem) -> problem.response();
        };
    }

    private static Response answer(int status, Cap cap) {
        var group = CapGroup.of(cap);
        return Response.status(status)
                .entity(group)
                .header(HttpHeaders.ETAG, group.tag().header())
                .build();
    }
}
