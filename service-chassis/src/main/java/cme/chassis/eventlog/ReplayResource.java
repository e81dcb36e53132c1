package cme.chassis.eventlog;

import cme.chassis.caller.Caller;
import cme.chassis.json.Fields;
import cme.chassis.problem.NoSuchResource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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

/// Replaying what a service has published. The service extends it and says at which path, for which
/// roles and which topic.
public abstract class ReplayResource {

    private final Replays replays;
    private final PublishedTopic topic;
    private final Caller caller;

    protected ReplayResource(Replays replays, PublishedTopic topic, Caller caller) {
        this.replays = replays;
        this.topic = topic;
        this.caller = caller;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayPublications",
            summary = "Publish once more what is published already",
            description =
                    "Consumers ignore what they know, so repeating is harmless; what one of them"
                            + " lost comes back. New events do not wait for it. While a replay"
                            + " runs, that one is the answer.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Only what was recorded since then; everything when left out",
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
        var query = Fields.ofQuery(uri.getQueryParameters());
        var from = query.instant("from");
        query.complete();
        var requested = replays.request(topic, from, caller.subject());
        return Response.status(requested.isNew() ? 202 : 200).entity(requested.replay()).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getReplay", summary = "How far the latest replay is")
    @APIResponse(
            responseCode = "200",
            description = "The latest replay",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "404", description = "None was ever asked for")
    public Replay latest() {
        return replays.latest()
                .orElseThrow(() -> new NoSuchResource("No replay was ever asked for."));
    }
}
