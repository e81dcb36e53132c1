package cme.credit.correction;

import cme.chassis.chain.EntryProofs;
import cme.chassis.chain.EntryState;
import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.openapi.WholeList;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.correction.CompletionRevisions.LoggedRevision;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The revisions of a completion, and the proof that they are what was recorded.
@Path("/v1/completions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class CompletionRevisionResource {

    private final Completions completions;
    private final CompletionRevisions revisions;
    private final EntryProofs proofs;
    private final Jdbi jdbi;
    private final Access access;

    CompletionRevisionResource(
            Completions completions,
            CompletionRevisions revisions,
            EntryProofs proofs,
            Jdbi jdbi,
            Access access) {
        this.completions = completions;
        this.revisions = revisions;
        this.proofs = proofs;
        this.jdbi = jdbi;
        this.access = access;
    }

    @GET
    @Extension(name = WholeList.EXTENSION, value = "true")
    @Path("/revisions")
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY, Roles.DIPLOMATE})
    @Operation(
            operationId = "listRevisions",
            summary = "Read every revision of a completion",
            description =
                    "Revisions are listed from the first to the current one, each with whether the"
                            + " hash chain of the log holds for it. A diplomate sees the revisions in"
                            + " which the completion was theirs.")
    @APIResponse(responseCode = "200", description = "All revisions")
    public Page<CompletionRevisionView> revisions(@PathParam("id") String id) {
        return jdbi.withHandle(
                handle -> {
                    List<LoggedRevision> visible = visible(handle, id);
                    Map<Long, EntryState> states =
                            proofs.states(
                                    handle, visible.stream().map(LoggedRevision::seq).toList());
                    return new Page<>(
                            visible.stream()
                                    .map(
                                            revision ->
                                                    new CompletionRevisionView(
                                                            revision.completion(),
                                                            revision.seq(),
                                                            states.getOrDefault(
                                                                    revision.seq(),
                                                                    EntryState.BROKEN)))
                                    .toList(),
                            null);
                });
    }

    @GET
    @Path("/proof")
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY, Roles.DIPLOMATE})
    @Operation(
            operationId = "getCompletionProof",
            summary = "Get the proof that a revision is what was recorded",
            description =
                    "The entry of the log, and everything with which it can be followed to a signed"
                            + " checkpoint without trust in this service.")
    @Parameter(
            name = "revision",
            in = ParameterIn.QUERY,
            description = "The current one by default",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @APIResponse(
            responseCode = "200",
            description = "The proof",
            content = @Content(schema = @Schema(implementation = CompletionProofView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`proof-pending`: a checkpoint that holds the revision is signed in a moment;"
                            + " `chain-broken`: the revision is not what was recorded")
    public Response proof(@PathParam("id") String id, @Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        Integer number = query.integer("revision", 1, Integer.MAX_VALUE);
        query.complete();
        return jdbi.withHandle(
                handle -> {
                    LoggedRevision revision = wanted(visible(handle, id), number);
                    return switch (proofs.of(handle, revision.seq())) {
                        case EntryProofs.Outcome.Proven(var proof) ->
                                Response.ok(
                                                new CompletionProofView(
                                                        revision.completion().id(),
                                                        revision.completion().revision(),
                                                        proof))
                                        .build();
                        case EntryProofs.Outcome.NotYet _ ->
                                Problem.conflict(
                                                "proof-pending",
                                                "No checkpoint holds this revision yet. Ask again in a minute.")
                                        .response();
                        case EntryProofs.Outcome.Broken _ ->
                                Problem.conflict(
                                                "chain-broken",
                                                "This revision does not agree with the hash chain of the log: it is not what was recorded. Operators are told.")
                                        .response();
                    };
                });
    }

    private static LoggedRevision wanted(List<LoggedRevision> visible, @Nullable Integer number) {
        return number == null
                ? visible.getLast()
                : visible.stream()
                        .filter(revision -> revision.completion().revision() == number)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchResource("There is no such revision."));
    }

    /// The revisions that the caller may see.
    ///
    /// @throws ForbiddenException when there is none
    private List<LoggedRevision> visible(Handle handle, String id) {
        Completion completion =
                completions
                        .find(handle, id)
                        .orElseThrow(() -> new NoSuchResource("There is no such completion."));
        List<LoggedRevision> all = revisions.of(handle, completion);
        List<LoggedRevision> visible =
                access.owns(completion.poster())
                        ? all
                        : all.stream()
                                .filter(r -> access.mayReadOf(r.completion().diplomateId()))
                                .toList();
        if (visible.isEmpty()) {
            throw new ForbiddenException();
        }
        visible.forEach(revision -> access.about(revision.completion().diplomateId()));
        return visible;
    }
}
