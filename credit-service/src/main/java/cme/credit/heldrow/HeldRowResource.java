package cme.credit.heldrow;

import cme.chassis.http.Cursor;
import cme.chassis.http.ETag;
import cme.chassis.http.FileName;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.Ids;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.chassis.table.CsvAnswer;
import cme.chassis.table.TableForm;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.access.Roles;
import cme.credit.completion.BoardCalendar;
import cme.credit.completion.StoredJson;
import cme.credit.heldrow.HeldRowDetailView.State;
import cme.credit.heldrow.ResolutionService.Outcome;
import cme.credit.matching.IdentityMatch.HoldReason;
import io.quarkus.security.ForbiddenException;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Lists the rows that wait, and takes the board's decisions on them.
@Path("/v1/held-rows")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Held rows")
public class HeldRowResource {
    private final HeldRows heldRows;
    private final ResolutionService resolutions;
    private final HeldRowCandidates candidates;
    private final HeldRowRelease release;
    private final HeldRowExport export;
    private final Jdbi jdbi;
    private final Access access;
    private final Clock clock;

    HeldRowResource(
            HeldRows heldRows,
            ResolutionService resolutions,
            HeldRowCandidates candidates,
            HeldRowRelease release,
            HeldRowExport export,
            Jdbi jdbi,
            Access access,
            Clock clock) {
        this.heldRows = heldRows;
        this.candidates = candidates;
        this.resolutions = resolutions;
        this.release = release;
        this.export = export;
        this.jdbi = jdbi;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "listHeldRows",
            summary = "List the rows that wait, the oldest first",
            description =
                    "With what was posted. A society reads those that it posted. As CSV all of them, in a table that a"
                            + " spreadsheet can save and that can be posted again.")
    @Parameter(name = "provider", in = ParameterIn.QUERY)
    @Parameter(
            name = "roster",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "uuid"),
            description = "Id of the roster that the row came with")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = HoldReason.class))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            description = "The first day on which a row began to wait",
            example = "2026-10-01")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            description = "The last day on which a row began to wait",
            example = "2026-10-31")
    @APIResponse(
            responseCode = "200",
            description = "A page and how many rows there are, or a table",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = HeldRowPage.class)),
                @Content(mediaType = TableForm.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public HeldRowPage list(@Context UriInfo uri) {
        Asked asked = asked(uri);
        return jdbi.withHandle(
                handle -> {
                    List<HeldRow> rows = heldRows.list(handle, asked.filter(), asked.page());
                    return HeldRowPage.of(
                            Page.of(rows, asked.page(), row -> Cursor.of(row.id().toString()))
                                    .map(row -> HeldRowView.of(row, asked.filter().isBoard())),
                            asked.filter().reason(),
                            heldRows.counts(handle, asked.filter()));
                });
    }

    /// The query of the list; a table has all of it.
    private record Asked(HeldRowFilter filter, PageRequest page) {}

    private Asked asked(UriInfo uri) {
        Poster caller = access.poster().orElseThrow(ForbiddenException::new);
        Fields query = Fields.ofQuery(uri);
        var asked =
                new Asked(
                        HeldRowFilter.read(query, caller.equals(Poster.BOARD) ? null : caller),
                        PageRequest.read(query, 1, cursor -> Ids.find(cursor.part(0)).isPresent()));
        query.complete();
        return asked;
    }

    @GET
    @Produces(TableForm.CSV_TYPE)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(hidden = true)
    public Response table(@Context UriInfo uri) {
        HeldRowFilter filter = asked(uri).filter();
        return CsvAnswer.of(
                fileName("held-rows", filter.society()), out -> export.write(filter, out));
    }

    private FileName fileName(String what, @Nullable String whose) {
        return FileName.of(BoardCalendar.today(clock.instant()), CsvAnswer.ENDING, what, whose);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "getHeldRow",
            summary = "Read a held row and what became of it",
            description =
                    "Its poster reads what was posted. The board also reads whom a waiting row"
                            + " could mean, at most 20.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now; as a table of one row it can be mended and posted again",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = HeldRowDetailView.class)),
                @Content(mediaType = TableForm.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        HeldRowDetailView view = jdbi.withHandle(handle -> view(handle, owned(handle, id)));
        byte[] content = StoredJson.write(view).getBytes(StandardCharsets.UTF_8);
        return answer(content, headers, view);
    }

    @GET
    @Path("/{id}")
    @Produces(TableForm.CSV_TYPE)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(hidden = true)
    public Response table(@PathParam("id") String id, @Context HttpHeaders headers)
            throws IOException {
        byte[] table = HeldRowExport.table(jdbi.withHandle(handle -> owned(handle, id)), isBoard());
        return fileName("held-row", id).attachTo(answer(table, headers, table));
    }

    private static Response answer(byte[] content, HttpHeaders headers, Object entity) {
        return new ETag(UUID.nameUUIDFromBytes(content).toString()).answer(headers, entity);
    }

    private HeldRows.Found owned(Handle handle, String id) {
        UUID row = Ids.find(id).orElseThrow(HeldRowResource::missing);
        HeldRows.Found found =
                heldRows.find(handle, row, isBoard()).orElseThrow(HeldRowResource::missing);
        access.about(found.row() == null ? null : found.row().posted().diplomateId());
        if (!access.owns(found.poster())) {
            throw new ForbiddenException();
        }
        return found;
    }

    private boolean isBoard() {
        return access.poster().filter(Poster.BOARD::equals).isPresent();
    }

    private HeldRowDetailView view(Handle handle, HeldRows.Found found) {
        HeldRow waiting = found.view().state() == State.WAITING ? found.row() : null;
        if (!isBoard() || waiting == null) {
            return found.view();
        }
        List<CandidateView> meant = candidates.of(handle, waiting.posted().claim());
        meant.forEach(candidate -> access.about(candidate.diplomateId()));
        return found.view().forBoard(meant, release.overruled(handle, waiting).orElse(null));
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "resolveHeldRow",
            summary = "Name the diplomate of a row, or discard the row",
            description = "The same decision again changes nothing.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ResolutionRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = ResolutionView.class)))
    @APIResponse(responseCode = "409", description = "The row does not wait any more")
    public Response resolve(@PathParam("id") String id, JsonBody body) {
        ResolutionRequest request = body.read(ResolutionRequest::read);
        UUID row = Ids.find(id).orElseThrow(HeldRowResource::missing);
        access.about(request.diplomateId());
        return switch (resolutions.resolve(row, request, access.subject())) {
            case Outcome.Resolved(ResolutionView view) -> Response.ok(view).build();
            case Outcome.Invalid(Violation violation) ->
                    Problem.invalid(List.of(violation)).response();
            case Outcome.Closed(String state) ->
                    Problem.conflict(
                                    "held-row-closed",
                                    "The row does not wait any more: it is " + state + ".")
                            .response();
            case Outcome.Missing _ -> missing().problem().response();
        };
    }

    private static NoSuchResource missing() {
        return new NoSuchResource("There is no such held row.");
    }
}
