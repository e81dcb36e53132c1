package cme.credit.transcript;

import cme.chassis.access.PersonalData;
import cme.chassis.json.Fields;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.quota.CallLimits;
import cme.credit.matching.NameFolding;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Checks transcripts. The code in the address takes the place of a token.
@Path("/v1/transcripts/verifications/{code}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@PersonalData
@Tag(name = "Transcripts")
public class TranscriptVerificationResource {
    private final Transcripts transcripts;
    private final CallLimits limits;

    TranscriptVerificationResource(Transcripts transcripts, CallLimits limits) {
        this.transcripts = transcripts;
        this.limits = limits;
    }

    @GET
    @Operation(
            operationId = "verifyTranscript",
            summary = "Check a transcript by its code",
            description =
                    "Open to all who have the code, which every transcript carries. Whether this is the"
                            + " document that was made is seen by its totals, and whether the ledger"
                            + " still says the same by `holds`. Nobody is named: a `familyName` that is"
                            + " sent is compared.")
    @Parameter(
            name = "familyName",
            in = ParameterIn.QUERY,
            description = "As the transcript says it",
            example = "Lopez-Garcia",
            schema = @Schema(implementation = String.class, maxLength = NameFolding.MAX_LENGTH))
    @APIResponse(responseCode = "200", description = "What was made, and whether it still holds")
    @APIResponse(
            responseCode = "404",
            description = "No transcript that was given within the last ten years has this code")
    @APIResponse(
            responseCode = "429",
            description = "This code is asked about too often; nobody finds a name by trying many")
    public TranscriptVerificationView get(
            @Parameter(
                            description = "The code, with or without its hyphens",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            pattern = TranscriptCode.FORM))
                    @PathParam("code")
                    String code,
            @Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        String familyName = query.text("familyName", NameFolding.MAX_LENGTH);
        query.complete();
        // What is no code takes as long as one that nobody has.
        TranscriptCode asked = TranscriptCode.parse(code).orElseGet(TranscriptCode::random);
        // A code that nobody has is not counted: whoever sends many would fill the database.
        if (transcripts.isMade(asked)) {
            limits.count("verification", asked.toString());
        }
        return transcripts
                .verify(asked, familyName)
                .orElseThrow(
                        () ->
                                new NoSuchResource(
                                        "No transcript that was given within the last ten years has this code."));
    }
}
