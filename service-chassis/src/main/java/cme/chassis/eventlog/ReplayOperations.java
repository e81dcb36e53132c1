package cme.chassis.eventlog;

import cme.chassis.http.Caller;
import cme.chassis.json.Fields;
import cme.chassis.problem.NoSuchResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The resource for replays. A service extends it, names path and roles, and overrides every
/// operation, because the roles of a class do not apply to operations that it inherits.
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public abstract class ReplayOperations {

    private final Replays replays;
    private final PublishedTopic topic;
    private final Caller caller;

    protected ReplayOperations(Replays replays, PublishedTopic topic, Caller caller) {
        this.replays = replays;
        this.topic = topic;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "requestReplay",
            summary = "Publish events again",
            description =
                    "Consumers ignore events that they know, so a replay is harmless and restores what"
                            + " one of them has lost. New events do not wait for it. While a replay"
                            + " runs, a request returns that one.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Only events recorded since then; all events by default",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            format = "date-time",
                            examples = "2026-11-01T00:00:00Z"))
    @APIResponse(
            responseCode = "200",
            description = "One is running already",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(
            responseCode = "202",
            description = "It begins",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    public Response request(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        Instant from = query.instant("from");
        query.complete();
        Replays.Requested requested = replays.request(topic, from, caller.subject());
        return Response.status(requested.isNew() ? 202 : 200).entity(requested.replay()).build();
    }

    @GET
    @Operation(operationId = "getReplay", summary = "How far the latest replay is")
    @APIResponse(
            responseCode = "200",
            description = "The latest replay",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "404", description = "None was ever requested")
    public Replay latest() {
        return replays.latest()
                .orElseThrow(() -> new NoSuchResource("No replay was ever requested."));
    }
}
