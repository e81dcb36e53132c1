package cme.compliance.status;

import cme.chassis.http.ETag;
import cme.chassis.json.Fields;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.assessment.StatusQuestion;
import cme.compliance.assessment.StatusView;
import cme.compliance.rules.DiplomateId;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The readiness of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/status")
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Status", description = "What is met, what is short, by when, and on what evidence")
public class StatusResource {

    private final StatusAnswers answers;
    private final Access access;

    StatusResource(StatusAnswers answers, Access access) {
        this.answers = answers;
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "How ready the diplomate is",
            operationId = "getStatus",
            description =
                    "For any day and as known at any instant: together they give every past answer"
                            + " again. Each completion is counted or explained somewhere.")
    @Parameter(name = "asOf", in = ParameterIn.QUERY)
    @Parameter(name = "knownAt", in = ParameterIn.QUERY)
    @Parameter(
            name = "cycle",
            in = ParameterIn.QUERY,
            description =
                    "A year of the cycle to read, such as its first; without it, the cycle to which"
                            + " the as-of date belongs",
            example = "2021",
            schema = @Schema(implementation = Integer.class, minimum = "1950", maximum = "2200"))
    @APIResponse(
            responseCode = "200",
            description = "The status, with its ETag",
            content = @Content(schema = @Schema(implementation = StatusView.class)))
    @APIResponse(
            responseCode = "404",
            description =
                    "The board has recorded no cycle for the diplomate (type `no-cycle`), or the"
                            + " number is merged into `mergedInto` (type `merged-into`)")
    public Response get(
            @PathParam("diplomateId") String diplomateId,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        DiplomateId diplomate = access.readAlsoMerged(diplomateId);
        Fields query = Fields.ofQuery(uri);
        StatusQuestion question = StatusQuestion.read(query);
        query.complete();
        StatusAnswers.Answer answer = answers.of(diplomate, question);
        return weak(new ETag(answer.tag()).answer(headers, answer.body()), answer.tag());
    }

    /// The instant in the answer may move on although the answer is the same, so two answers with
    /// one tag are equivalent and not identical.
    private static Response weak(Response answer, String tag) {
        answer.getHeaders().putSingle(HttpHeaders.ETAG, "W/\"" + tag + '"');
        return answer;
    }
}
