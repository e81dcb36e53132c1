package cme.chassis.chain;

import cme.chassis.http.Caller;
import cme.chassis.problem.NoSuchResource;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The resource for checks of everything. A service extends it, names path and roles, and overrides
/// every operation, because the roles of a class do not apply to operations that it inherits.
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = CheckpointOperations.TAG)
public abstract class VerificationOperations {

    private final Verifications verifications;
    private final Caller caller;

    protected VerificationOperations(Verifications verifications, Caller caller) {
        this.verifications = verifications;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "requestVerification",
            summary = "Check everything against the log's hash chain",
            description =
                    "Compares the log with its chain, the chain with the checkpoints in the database"
                            + " and on their topic, the current rows with the log, and the events on"
                            + " the topics with the log. While a check runs, a request returns that"
                            + " one.")
    @APIResponse(
            responseCode = "200",
            description = "One is running already",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    @APIResponse(
            responseCode = "202",
            description = "It begins",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    public Response request() {
        Verifications.Requested requested = verifications.request(caller.subject());
        return Response.status(requested.isNew() ? 202 : 200)
                .entity(requested.verification())
                .build();
    }

    @GET
    @Operation(operationId = "getVerification", summary = "How far the latest check is")
    @APIResponse(
            responseCode = "200",
            description = "The latest check",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    @APIResponse(responseCode = "404", description = "None was ever requested")
    public Verification latest() {
        return verifications
                .latest()
                .orElseThrow(() -> new NoSuchResource("No check was ever requested."));
    }
}
