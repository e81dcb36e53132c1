package cme.credit.transcript;

import cme.chassis.http.FileName;
import cme.chassis.json.Fields;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.table.CsvAnswer;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.completion.BoardCalendar;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Transcripts of diplomates.
@Path("/v1/transcripts")
@RunOnVirtualThread
@Tag(name = "Transcripts")
public class TranscriptResource {
    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");
    private static final MediaType PDF = MediaType.valueOf("application/pdf");
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf("text/csv"), PDF)
                    .build();

    private final Transcripts transcripts;
    private final Access access;

    TranscriptResource(Transcripts transcripts, Access access) {
        this.transcripts = transcripts;
        this.access = access;
    }

    @GET
    @Path("/{diplomateId}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/pdf"})
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            operationId = "getTranscript",
            summary = "Read the completions of a diplomate",
            description =
                    "Recorded completions in the order of their dates, with totals by calendar year and of the windows asked"
                            + " for; withdrawn ones are not listed. Under a number that was merged it is the transcript of"
                            + " the diplomate who remains. It carries a code by which anybody can check"
                            + " it; the same content has the same code.")
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(
            name = "window",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            maxItems = TranscriptWindow.MAX,
                            examples = "[\"2023-12-02..2026-12-01\"]"),
            description =
                    "Days that a total is asked for, both included; may be repeated, within `from` and `to`. As a table the"
                            + " totals are rows at the end, without a completion.")
    @APIResponse(
            responseCode = "200",
            description = "The ledger as it is now",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = TranscriptView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/pdf",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "Nothing is known of such a diplomate")
    @APIResponse(
            responseCode = "429",
            description = "Too many different transcripts of the diplomate were made within a day")
    public Response get(
            @PathParam("diplomateId") String diplomateId,
            @Context UriInfo uri,
            @Context Request request) {
        if (!access.mayReadOf(diplomateId)) {
            throw new ForbiddenException();
        }
        TranscriptQuery asked = TranscriptQuery.read(Fields.ofQuery(uri));
        Transcript.Coded transcript =
                transcripts
                        .of(diplomateId, asked)
                        .orElseThrow(() -> new NoSuchResource("There is no such diplomate."));
        URI address =
                uri.getBaseUriBuilder()
                        .path(TranscriptVerificationResource.class)
                        .build(transcript.code());
        return answer(
                transcript.transcript(),
                transcript.code(),
                address,
                Optional.ofNullable(request.selectVariant(FORMS)));
    }

    private static Response answer(
            Transcript transcript, TranscriptCode code, URI address, Optional<Variant> variant) {
        MediaType form = variant.map(Variant::getMediaType).orElse(MediaType.APPLICATION_JSON_TYPE);
        if (form.isCompatible(PDF)) {
            return file(TranscriptPdf.of(transcript, code, address), PDF, transcript, "pdf");
        }
        if (form.isCompatible(CSV)) {
            return file(
                    TranscriptCsv.of(transcript, code, address), CSV, transcript, CsvAnswer.ENDING);
        }
        return Response.ok(
                        TranscriptView.of(transcript, code, address),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response file(
            byte[] content, MediaType type, Transcript transcript, String ending) {
        FileName name =
                FileName.of(
                        BoardCalendar.today(transcript.asOf()),
                        ending,
                        "transcript",
                        transcript.diplomateId());
        return name.attachTo(Response.ok(content, type).build());
    }
}
