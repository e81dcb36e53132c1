package cme.compliance.ruleset;

import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.openapi.WholeList;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.rules.RuleSet;

import io.smallrye.common.annotation.NonBlocking;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Shows the rules to everybody, also without a token.
@Path("/v1/rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@NonBlocking
@Tag(name = "Rules", description = "The requirements, their deadlines and their sources")
public class RuleSetResource {

    private final RuleSets ruleSets;

    RuleSetResource(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @GET
    @Extension(name = WholeList.EXTENSION, value = "true")
    @Operation(summary = "All rule sets", operationId = "listRuleSets")
    @APIResponse(responseCode = "200", description = "All rule sets, on one page")
    public Page<RuleSetView> list() {
        return new Page<>(ruleSets.all().stream().map(RuleSetView::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One rule set", operationId = "getRuleSet")
    @APIResponse(
            responseCode = "200",
            description = "The rule set, with its ETag",
            content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        RuleSetDocument document =
                id.isBlank() ? null : ruleSets.find(new RuleSet.Id(id)).orElse(null);
        if (document == null) {
            throw new NoSuchResource("There is no such rule set.");
        }
        return ETag.of(document.rules().version()).answer(headers, RuleSetView.of(document));
    }
}
