package cme.compliance.calendar;

import cme.chassis.http.Deletion;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.openapi.WholeList;
import cme.chassis.problem.Problem;
import cme.chassis.quota.Limited;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.rules.DiplomateId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Adds, lists and revokes the calendar feeds of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Calendar")
public class CalendarFeedResource {

    private final CalendarFeedService service;
    private final Access access;

    CalendarFeedResource(CalendarFeedService service, Access access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @Extension(name = WholeList.EXTENSION, value = "true")
    @Operation(
            summary = "The calendar feeds that are open, oldest first",
            operationId = "listCalendarFeeds")
    @APIResponse(
            responseCode = "200",
            description = "All open feeds on one page, without addresses")
    public Page<CalendarFeedView> list(@PathParam("diplomateId") String diplomateId) {
        return new Page<>(service.activeOf(access.read(diplomateId)), null);
    }

    @POST
    @Operation(
            summary = "Add a calendar feed",
            operationId = "addCalendarFeed",
            description =
                    "The address needs no token: a calendar program reads it as often as it likes,"
                            + " until the feed is revoked.")
    @APIResponse(
            responseCode = "201",
            description = "Added. The address is shown this once",
            headers =
                    @Header(
                            name = "Location",
                            description = "The address of the feed as a resource",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = AddedCalendarFeedView.class)))
    @APIResponse(
            responseCode = "404",
            description = "The board has recorded no cycle for the diplomate (type `no-cycle`)")
    @APIResponse(
            responseCode = "409",
            description = "The diplomate has as many feeds as allowed (`calendar-feeds-too-many`)")
    @Limited
    public Response add(@PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        Fields.ofQuery(uri).complete();
        return response(service.add(access.read(diplomateId), access.by()), IfMatch.ANY, uri);
    }

    @DELETE
    @Path("/{feed}")
    @Operation(
            summary = "Revoke a calendar feed",
            operationId = "revokeCalendarFeed",
            description = "Its address is not found from now on.")
    @Parameter(ref = OpenApi.REASON)
    @APIResponse(responseCode = "204", description = "It is revoked (already)")
    @APIResponse(responseCode = "412", description = "It has changed since the version in If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revoke(
            @PathParam("diplomateId") String diplomateId,
            @Parameter(description = "The `id` of the feed") @PathParam("feed") UUID feed,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        DiplomateId diplomate = access.read(diplomateId);
        Deletion wish = Deletion.read(uri, headers);
        return response(service.revoke(diplomate, feed, wish, access.by()), wish.ifMatch(), uri);
    }

    private static Response response(CalendarFeedOutcome outcome, IfMatch ifMatch, UriInfo uri) {
        return switch (outcome) {
            case CalendarFeedOutcome.Added(CalendarFeedView feed, FeedSecret secret) ->
                    Response.created(
                                    uri.getAbsolutePathBuilder().path(feed.id().toString()).build())
                            .header(HttpHeaders.ETAG, ETag.of(feed.revision()).header())
                            .entity(new AddedCalendarFeedView(feed, address(uri, secret)))
                            .build();
            case CalendarFeedOutcome.TooMany(int most) ->
                    Problem.conflict(
                                    "calendar-feeds-too-many",
                                    "A diplomate has at most %d feeds. Revoke one first."
                                            .formatted(most))
                            .response();
            case CalendarFeedOutcome.Revoked _ -> Response.noContent().build();
            case CalendarFeedOutcome.Stale(ETag current) -> ifMatch.refusal(current).response();
        };
    }

    private static URI address(UriInfo uri, FeedSecret secret) {
        return uri.getBaseUriBuilder()
                .path(CalendarSubscriptionResource.class)
                .build(secret.value());
    }
}
