package cme.compliance.planning;

import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import cme.compliance.ComplianceConfig;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.assessment.AssessmentInput;
import cme.compliance.assessment.AssessmentInputs;
import cme.compliance.assessment.StatusQuestion;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.WhatIf;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The readiness that more completions and tracers would bring.
@Path(Access.DIPLOMATE_PATH + "/status/what-if")
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Status")
public class WhatIfResource {

    private static final String EXAMPLE =
            """
            {"completions":[{"activity":"ASPS-VTE-PREVENTION","completedOn":"2026-11-28",\
            "credits":2.0,"patientSafetyCredits":2.0}],"tracers":[]}""";

    private final AssessmentInputs inputs;
    private final ComplianceConfig config;
    private final Access access;

    WhatIfResource(AssessmentInputs inputs, ComplianceConfig config, Access access) {
        this.inputs = inputs;
        this.config = config;
        this.access = access;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "How ready the diplomate would be",
            operationId = "whatIf",
            description =
                    "Supposes completions, tracers, pathways and decisions in addition to what is"
                            + " recorded; nothing is stored. A supposed tracer takes the place of the one"
                            + " recorded for its due year, a decision that of the same requirement and due"
                            + " year, a pathway that of the same first day. What would be refused when"
                            + " posted is refused here.")
    @Parameter(name = "asOf", in = ParameterIn.QUERY)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = WhatIfRequest.class),
                            examples = @ExampleObject(name = "one more course", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The status with what is supposed")
    @APIResponse(
            responseCode = "404",
            description = "The board has recorded no cycle for the diplomate (type `no-cycle`)")
    public WhatIfView ask(
            @PathParam("diplomateId") String diplomateId, JsonBody body, @Context UriInfo uri) {
        DiplomateId diplomate = access.read(diplomateId);
        Fields query = Fields.ofQuery(uri);
        StatusQuestion question = StatusQuestion.readAsOf(query);
        query.complete();
        WhatIfRequest request = body.read(fields -> WhatIfRequest.read(fields, config.whatIf()));
        AssessmentInput input = inputs.of(diplomate, question);
        List<Violation> violations = WhatIfChecks.of(request, input, access.isBoard());
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return WhatIfView.of(
                WhatIf.suppose(
                        input.rules(),
                        input.facts(),
                        input.asOf(),
                        input.knownAt(),
                        request.at(input.knownAt())));
    }
}
