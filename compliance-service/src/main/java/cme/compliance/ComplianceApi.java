package cme.compliance;

import cme.chassis.problem.Problem;

import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// What the operations of the API have in common: the problems they answer with.
@OpenAPIDefinition(
        info = @Info(title = "Compliance service", version = "1"),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "Invalid",
                                    description = "Unreadable or invalid; names every violation",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "invalid",
                                                                    value =
                                                                            ComplianceApi
                                                                                    .INVALID))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "There is no such thing",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(
                                                                    implementation =
                                                                            Problem.class))),
                            @APIResponse(
                                    name = "NoCycle",
                                    description =
                                            "The board has recorded no cycle for the diplomate (type no-cycle)",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "no-cycle",
                                                                    value =
                                                                            ComplianceApi
                                                                                    .NO_CYCLE))),
                            @APIResponse(
                                    name = "Conflict",
                                    description = "What is recorded already does not allow it",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(
                                                                    implementation =
                                                                            Problem.class))),
                            @APIResponse(
                                    name = "Stale",
                                    description = "It was changed since the version in If-Match",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(
                                                                    implementation =
                                                                            Problem.class))),
                            @APIResponse(
                                    name = "PreconditionRequired",
                                    description = "It exists already: If-Match is needed",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(
                                                                    implementation =
                                                                            Problem.class)))
                        }))
public class ComplianceApi extends Application {

    static final String INVALID =
            """
            {"type":"https://problems.cme.example/invalid-request","title":"Invalid request",\
            "status":400,"detail":"There is no such rule set. GET /v1/rule-sets lists them.",\
            "errors":[{"pointer":"/ruleSet","code":"rule-set.unknown",\
            "detail":"There is no such rule set. GET /v1/rule-sets lists them."}]}""";

    static final String NO_CYCLE =
            """
            {"type":"https://problems.cme.example/no-cycle","title":"No cycle recorded",\
            "status":404,"detail":"The board has recorded no cycle for diplomate 012345."}""";
}
