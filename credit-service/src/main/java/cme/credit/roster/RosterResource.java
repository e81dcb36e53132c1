package cme.credit.roster;

import cme.chassis.access.AccessNotes;
import cme.chassis.http.DryRun;
import cme.chassis.http.ETag;
import cme.chassis.json.BodySpool;
import cme.chassis.json.BodySpools;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.quota.RateLimits;
import cme.chassis.table.TableColumns;
import cme.chassis.table.TableForm;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.access.Roles;
import cme.credit.correction.WithdrawalRequest;
import cme.credit.posting.PostMetrics;
import cme.credit.posting.PostMetrics.Kind;
import cme.credit.posting.PostingMode;
import cme.credit.rosterfile.RosterDocument;
import cme.credit.rosterfile.RosterForm;
import cme.credit.rosterfile.RosterOptions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Posts rosters in every accepted form, reads them and withdraws them.
@Path("/v1/rosters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rosters")
public class RosterResource {
    private final RosterLedger ledger;
    private final RosterWithdrawal withdrawal;
    private final RosterAccess rosters;
    private final RosterLimits limits;
    private final BodySpools spools;
    private final Access access;
    private final PostMetrics metrics;
    private final RateLimits rateLimits;
    private final AccessNotes notes;

    RosterResource(
            RosterLedger ledger,
            RosterWithdrawal withdrawal,
            RosterAccess rosters,
            RosterLimits limits,
            BodySpools spools,
            Access access,
            PostMetrics metrics,
            RateLimits rateLimits,
            AccessNotes notes) {
        this.ledger = ledger;
        this.withdrawal = withdrawal;
        this.rosters = rosters;
        this.limits = limits;
        this.spools = spools;
        this.access = access;
        this.metrics = metrics;
        this.rateLimits = rateLimits;
        this.notes = notes;
    }

    @POST
    @Consumes({
        RosterForm.JSON_TYPE,
        RosterForm.NDJSON_TYPE,
        "application/ndjson",
        "application/jsonl",
        RosterForm.CSV_TYPE,
        TableForm.TAB_SEPARATED_TYPE,
        TableForm.WORKBOOK_TYPE,
        RosterForm.XML_TYPE,
        "text/xml"
    })
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "postRoster",
            summary = "Post many completions at once",
            description =
                    "Rows are judged one by one; one bad row never blocks the others. The roster is recorded as a whole"
                            + " or, when the request fails, not at all. Posting it again changes nothing: what was withdrawn"
                            + " meanwhile is `WITHDRAWN`, and is put back with `?reinstate=true`. A dry run tells a society"
                            + " `NO_MATCH` of every row that would be held for its person, whatever the reason is.")
    @Parameter(
            name = "externalId",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, maxLength = RosterDocument.MAX_EXTERNAL_ID),
            description = "Your own name of the roster, unless a JSON roster holds it")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY)
    @Parameter(
            name = "reinstate",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            description = "Puts back what was withdrawn, as it was")
    @Parameter(name = "ignoreColumns", in = ParameterIn.QUERY)
    @Parameter(
            name = "form",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, enumeration = RosterOptions.PARS),
            description =
                    "`pars`: a table has the columns of ACCME's PARS template for learners, JSON is"
                            + " the JSON of its learner reports. What has no place here is passed"
                            + " over and named in `notices`.",
            example = RosterOptions.PARS)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = RosterForm.JSON_TYPE,
                        schema = @Schema(implementation = RosterRequest.class)),
                @Content(
                        mediaType = RosterForm.NDJSON_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "One completion a line")),
                @Content(
                        mediaType = RosterForm.CSV_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description =
                                                "A header with the field names in any order;"
                                                        + " separated by commas, semicolons or tabs")),
                @Content(
                        mediaType = RosterForm.XML_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description =
                                                "A MedBiquitous Activity Report. Its charset is that of its byte"
                                                        + " order mark, else of the media type, else of its XML"
                                                        + " declaration"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded, row by row",
            content = @Content(schema = @Schema(implementation = RosterView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Of a roster that was posted before, or of a dry run",
            content = @Content(schema = @Schema(implementation = RosterView.class)))
    @APIResponse(
            responseCode = "429",
            description =
                    "Of a dry run: more rows find nobody than the society may ask about. The roster"
                            + " itself is never refused for that")
    public Response post(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException {
        Optional<Poster> poster = access.poster();
        if (poster.isEmpty()) {
            return Problem.forbidden("The token names no provider in whose name to post.")
                    .response();
        }
        Fields query = Fields.ofQuery(uri);
        String named = query.text("externalId", RosterDocument.MAX_EXTERNAL_ID);
        boolean dryRun = DryRun.isAsked(query);
        boolean reinstate = Boolean.TRUE.equals(query.flag("reinstate"));
        RosterOptions options =
                RosterOptions.of(
                        headers.getMediaType(),
                        RosterOptions.isOfPars(query),
                        TableColumns.ignored(query),
                        limits.patientSafetyFoci());
        query.complete();
        try (BodySpool spool = spools.take(body, limits.maxBytes())) {
            RosterDocument document = RosterDocument.open(options, spool);
            String externalId = externalId(named, document);
            RosterLedger.Posting posting =
                    ledger.post(
                            poster.get(),
                            access.subject(),
                            externalId,
                            document,
                            new PostingMode(dryRun, reinstate));
            if (!dryRun) {
                count(posting.view());
                notes.asked(posting.view().rows(), posting.misses());
            }
            if (posting.quota() != null) {
                rateLimits.add(posting.quota());
            }
            return answer(posting, dryRun);
        }
    }

    private void count(RosterView roster) {
        metrics.count(Kind.ROSTER_ROW, "recorded", roster.recorded());
        metrics.count(Kind.ROSTER_ROW, "duplicate", roster.duplicate());
        metrics.count(Kind.ROSTER_ROW, "withdrawn", roster.withdrawn());
        metrics.count(Kind.ROSTER_ROW, "conflict", roster.conflict());
        metrics.count(Kind.ROSTER_ROW, "held", roster.held());
        metrics.count(Kind.ROSTER_ROW, "rejected", roster.rejected());
    }

    private static String externalId(@Nullable String named, RosterDocument document) {
        String own = document.externalId();
        if (own == null && named == null) {
            throw new InvalidRequest(
                    "/externalId",
                    "required",
                    "externalId is missing: your own name of the roster.");
        }
        if (own != null && named != null && !own.equals(named)) {
            throw new InvalidRequest(
                    "/externalId", "repeated", "The roster and the query name it differently.");
        }
        return own != null ? own : Objects.requireNonNull(named);
    }

    private static Response answer(RosterLedger.Posting posting, boolean dryRun) {
        RosterView view = posting.view();
        Response.ResponseBuilder answer =
                posting.known() || dryRun
                        ? Response.ok()
                        : Response.created(URI.create("/v1/rosters/" + view.id()));
        return answer.entity(view).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(operationId = "getRoster", summary = "Read the results of a roster")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = RosterSummaryView.class)))
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        Roster roster = rosters.owned(id);
        RowCounts counts = roster.counts();
        // A held row that finds its diplomate changes the roster without a revision of its own.
        String version =
                "%d-%d-%d"
                        .formatted(
                                roster.revision(),
                                counts.of(RowOutcome.RECORDED),
                                counts.of(RowOutcome.HELD));
        return new ETag(version).answer(headers, RosterSummaryView.of(roster));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "withdrawRoster",
            summary = "Withdraw every completion that a roster recorded",
            description =
                    "Rows of it that are still held are discarded. The same again changes nothing."
                            + " A society does not withdraw what the board has decided on: that is in"
                            + " `kept`.")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WithdrawalRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The completions that are withdrawn, or would be",
            content = @Content(schema = @Schema(implementation = RosterWithdrawalView.class)))
    public RosterWithdrawalView withdraw(
            @PathParam("id") String id, JsonBody body, @Context UriInfo uri) {
        boolean dryRun = DryRun.isAsked(uri);
        Roster roster = rosters.owned(id);
        String reason = body.read(WithdrawalRequest::read).reason();
        return withdrawal.withdraw(roster, reason, access.editor(), dryRun);
    }
}
