package cme.chassis.projector;

import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.projector.DeadLetterService.Outcome;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The resource for dead letters. A service extends it, names path and roles, and overrides every
/// operation, because the roles of a class do not apply to operations that it inherits.
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public abstract class DeadLetterOperations {

    private static final String ID = "[0-9]{1,18}";
    private static final int MAX_REASON = 500;

    private final DeadLetterService service;
    private final Caller caller;

    protected DeadLetterOperations(DeadLetterService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /// A dead letter with its event.
    public record DeadLetterWithValue(
            @JsonUnwrapped DeadLetter letter,
            @Schema(description = "The value of the event, as text; null when it is resolved")
                    @Nullable String value) {}

    /// A request to discard a dead letter.
    ///
    /// @param reason why it is of no use
    public record DiscardRequest(
            @Schema(required = true, maxLength = MAX_REASON) @Nullable String reason) {

        static DiscardRequest read(Fields fields) {
            return new DiscardRequest(fields.requiredText("reason", MAX_REASON));
        }
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "List dead letters, the oldest first")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Open letters by default",
            schema = @Schema(implementation = DeadLetter.State.class, defaultValue = "OPEN"))
    public Page<DeadLetter> list(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        DeadLetter.State state = query.oneOf("state", DeadLetter.State.class);
        PageRequest page = PageRequest.read(query, 1, cursor -> cursor.part(0).matches(ID));
        query.complete();
        List<DeadLetter> rows =
                service.list(
                        state == null ? DeadLetter.State.OPEN : state,
                        after(page),
                        page.rowsToFetch());
        return Page.of(rows, page, letter -> Cursor.of(Long.toString(letter.id())));
    }

    private static long after(PageRequest page) {
        return page.after() == null ? 0 : Long.parseLong(page.after().part(0));
    }

    @GET
    @Path("/{id: " + ID + "}")
    @Operation(operationId = "getDeadLetter", summary = "One dead letter with its event")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            content = @Content(schema = @Schema(implementation = DeadLetterWithValue.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    public DeadLetterWithValue get(@PathParam("id") long id) {
        DeadLetter letter = service.find(id).orElseThrow(DeadLetterOperations::missing);
        return new DeadLetterWithValue(letter, service.value(letter).orElse(null));
    }

    @POST
    @Path("/{id: " + ID + "}/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Try to apply it again",
            description =
                    "The answer shows the new state: `APPLIED`, or still `OPEN` with the reason of this"
                            + " attempt. An event that is older than the stored revision has no"
                            + " effect. A letter that is applied already does not change.")
    @APIResponse(
            responseCode = "200",
            description = "It was tried; see its state",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(
            responseCode = "409",
            description = "It is discarded or unsigned, or a rebuild tries it")
    public Response retry(@PathParam("id") long id) {
        return answer(service.retry(id, caller.subject()));
    }

    @POST
    @Path("/{id: " + ID + "}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Take it off the list",
            description = "It is kept, and a rebuild applies it if it can be read by then.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DiscardRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is discarded, or was already",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(responseCode = "409", description = "It was applied in the meantime")
    public Response discard(@PathParam("id") long id, JsonBody body) {
        DiscardRequest request = body.read(DiscardRequest::read);
        return answer(service.discard(id, caller.subject(), request.reason()));
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(DeadLetter letter) -> Response.ok(letter).build();
            case Outcome.Missing _ -> missing().problem().response();
            case Outcome.AlreadyResolved(DeadLetter letter) ->
                    Problem.conflict(
                                    "dead-letter-resolved",
                                    "It is not open any more: it is " + letter.state() + ".")
                            .response();
            case Outcome.Rebuilding _ ->
                    Problem.conflict(
                                    "rebuild-running",
                                    "A rebuild is running and tries every dead letter again.")
                            .response();
            case Outcome.Unsigned _ ->
                    Problem.conflict(
                                    "dead-letter-unsigned",
                                    "An earlier version kept it without its signature. A rebuild tries"
                                            + " it again with the signature that the topic has.")
                            .response();
        };
    }

    private static NoSuchResource missing() {
        return new NoSuchResource("There is no such dead letter.");
    }
}
