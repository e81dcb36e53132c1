package cme.chassis.feed;

import cme.chassis.eventlog.Audience;
import cme.chassis.json.Fields;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The resource of a feed. A service extends it, names path and roles, says who the caller is, and
/// overrides the operation, because the roles of a class do not apply to operations that it
/// inherits.
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = ChangeFeedOperations.TAG, description = "Being told of what has changed")
public abstract class ChangeFeedOperations {

    public static final String TAG = "Changes";

    private final ChangeFeed feed;

    protected ChangeFeedOperations(ChangeFeed feed) {
        this.feed = feed;
    }

    /// The readers that the caller belongs to.
    protected abstract Audience audience();

    @GET
    @Operation(
            operationId = "getChanges",
            summary = "Events in order, from a cursor on",
            description =
                    "The events of the topic that the caller may see, in the order in which they are"
                            + " published. Keep `cursor` and send it as `after` next time: nothing is"
                            + " skipped. With `wait` the answer comes as soon as there is an event, or"
                            + " without items when the time is over.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description =
                    "`cursor` of the answer before; `latest` for what comes next; from the first"
                            + " event when it is left out",
            schema = @Schema(type = SchemaType.STRING, examples = "latest"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many events the answer holds at most",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @Parameter(
            name = "wait",
            in = ParameterIn.QUERY,
            description = "How many seconds to wait for an event when there is none",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "0",
                            maximum = "30",
                            defaultValue = "0"))
    @APIResponse(
            responseCode = "200",
            description =
                    "The events; fewer than `limit` when there are no more, or they are large",
            content = @Content(schema = @Schema(implementation = Changes.class)))
    public Response changes(@Context UriInfo uri) {
        Changes changes = feed.read(audience(), Fields.ofQuery(uri));
        return Response.ok(changes).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
