package cme.compliance.planning;

import cme.chassis.json.Fields;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.assessment.AssessmentInput;
import cme.compliance.assessment.AssessmentInputs;
import cme.compliance.assessment.StatusQuestion;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Recommendations;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Activities that would close the open findings of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/recommendations")
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Status")
public class RecommendationsResource {

    private final AssessmentInputs inputs;
    private final Access access;

    RecommendationsResource(AssessmentInputs inputs, Access access) {
        this.inputs = inputs;
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What would close the open findings",
            operationId = "getRecommendations",
            description =
                    "For each open finding the activities that would count if they were completed on"
                            + " the day, and a smallest set that closes all that can be closed. Nothing"
                            + " is offered that would not count.")
    @Parameter(name = "asOf", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200", description = "What would help")
    @APIResponse(
            responseCode = "404",
            description = "The board has recorded no cycle for the diplomate (type `no-cycle`)")
    public RecommendationsView get(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        DiplomateId diplomate = access.read(diplomateId);
        Fields query = Fields.ofQuery(uri);
        StatusQuestion question = StatusQuestion.readAsOf(query);
        query.complete();
        AssessmentInput input = inputs.of(diplomate, question);
        Recommendations recommendations =
                Recommendations.recommend(
                        input.rules(), input.facts(), input.asOf(), input.knownAt());
        return RecommendationsView.of(input, recommendations);
    }
}
