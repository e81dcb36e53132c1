package cme.credit.identity;

import cme.chassis.access.AccessNotes;
import cme.chassis.json.JsonBody;
import cme.chassis.quota.Limited;
import cme.chassis.quota.RateLimits;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.matching.MissQuota;
import cme.credit.matching.Questions.Answer;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Tells whether a diplomate would be found.
@Path("/v1/identities/match")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Identities")
public class MatchResource {
    private final IdentityService service;
    private final MissQuota misses;
    private final RateLimits rateLimits;
    private final AccessNotes notes;
    private final Access access;

    MatchResource(
            IdentityService service,
            MissQuota misses,
            RateLimits rateLimits,
            AccessNotes notes,
            Access access) {
        this.service = service;
        this.misses = misses;
        this.rateLimits = rateLimits;
        this.notes = notes;
        this.access = access;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "matchIdentity",
            summary = "Ask whether a diplomate would be found",
            description =
                    "Before a roster is posted. A society is told `MATCH` or `NO_MATCH`, nothing that"
                            + " it did not send, and is asked not to guess: it may miss only so often a"
                            + " day. After five other days of birth for one person within a day the"
                            + " answer is `NO_MATCH` until the next.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = MatchRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Found, or not; the board is told why not",
            content = @Content(schema = @Schema(implementation = MatchView.class)))
    @Limited
    public MatchView match(JsonBody body) {
        MatchRequest request = body.read(MatchRequest::read);
        String provider = access.poster().orElseThrow(ForbiddenException::new).provider();
        if (request.diplomateId() != null) {
            notes.about(request.diplomateId());
        }
        MissQuota.Asked<Answer> asked =
                misses.ask(provider, false, questions -> service.match(request.claim(), questions));
        if (asked.left() == null) {
            return MatchView.ofBoard(asked.result().truth());
        }
        rateLimits.add(asked.left());
        return MatchView.ofSociety(asked.result(), request.diplomateId());
    }
}
