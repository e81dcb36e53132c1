package cme.chassis.projector;

import cme.chassis.caller.Caller;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.paging.Cursor;
import cme.chassis.paging.Page;
import cme.chassis.paging.PageRequest;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.projector.DeadLetterDesk.Outcome;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// The events that a service could not take in. The service extends it and says at which path and
/// for which roles.
public abstract class DeadLetterResource {

    private static final String ID = "/{id: [0-9]{1,18}}";
    private static final int MAX_REASON = 500;

    private final DeadLetters letters;
    private final DeadLetterDesk desk;
    private final Caller caller;

    protected DeadLetterResource(DeadLetters letters, DeadLetterDesk desk, Caller caller) {
        this.letters = letters;
        this.desk = desk;
        this.caller = caller;
    }

    /// A letter with its event.
    @Schema(name = "DeadLetterWithValue")
    record Whole(
            @JsonUnwrapped DeadLetter letter,
            @Schema(nullable = true, description = "The value of the event, as text")
                    @Nullable String value) {}

    /// @param reason why it is of no use
    @Schema(name = "DiscardRequest")
    record Discard(@Nullable String reason) {

        static Discard read(Fields fields) {
            return new Discard(fields.requiredText("reason", MAX_REASON));
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listDeadLetters", summary = "List dead letters, the oldest first")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Those that wait, when left out",
            schema = @Schema(implementation = DeadLetter.State.class, defaultValue = "OPEN"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many items a page holds at most",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "`nextCursor` of the page before",
            schema = @Schema(type = SchemaType.STRING))
    public Page<DeadLetter> list(@Context UriInfo uri) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var state = query.oneOf("state", DeadLetter.State.class);
        var page = PageRequest.read(query, 1);
        long after = after(query, page);
        query.complete();
        var rows =
                letters.list(
                        state == null ? DeadLetter.State.OPEN : state, after, page.rowsToFetch());
        return Page.of(rows, page, letter -> Cursor.of(Long.toString(letter.id())));
    }

    private static long after(Fields query, PageRequest page) {
        var after = page.after();
        if (after == null) {
            return 0;
        }
        if (!after.part(0).matches("[0-9]{1,18}")) {
            query.violation(
                    "cursor", "cursor.unknown", "This is not a cursor that this list gave out.");
            return 0;
        }
        return Long.parseLong(after.part(0));
    }

    @GET
    @Path(ID)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getDeadLetter", summary = "One dead letter with its event")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            content = @Content(schema = @Schema(implementation = Whole.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    public Whole get(@PathParam("id") long id) {
        var letter = desk.find(id).orElseThrow(DeadLetterResource::missing);
        return new Whole(letter, desk.value(letter).orElse(null));
    }

    @POST
    @Path(ID + "/retry")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Try to apply it after all",
            description =
                    "The answer says what has come of it: `APPLIED`, or still `OPEN` with the reason"
                            + " of this attempt. It may be older than what was applied since;"
                            + " revisions see to that. Applied once, a retry changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It was tried; see its state",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(
            responseCode = "409",
            description = "It was discarded, or a rebuild is trying all of them")
    public Response retry(@PathParam("id") long id) {
        return answer(desk.retry(id, caller.subject()));
    }

    @POST
    @Path(ID + "/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Take it off the list",
            description = "It is kept, and a rebuild applies it if it can be read by then.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Discard.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is discarded, or was already",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(responseCode = "409", description = "It was applied in the meantime")
    public Response discard(@PathParam("id") long id, JsonBody body) {
        var request = body.read(Discard::read);
        return answer(desk.discard(id, caller.subject(), request.reason()));
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var letter) -> Response.ok(letter).build();
            case Outcome.Missing _ -> missing().problem().response();
            case Outcome.AlreadyResolved(var letter) ->
                    Problem.conflict(
                                    "dead-letter-resolved",
                                    "It does not wait any more: it is " + letter.state() + ".")
                            .response();
            case Outcome.Rebuilding _ ->
                    Problem.conflict(
                                    "rebuild-running",
                                    "A rebuild is running and tries every dead letter again.")
                            .response();
        };
    }

    private static NoSuchResource missing() {
        return new NoSuchResource("There is no such dead letter.");
    }
}
