/// Reports whether a diplomate's completions suffice as of a day, and why.
@NullMarked
@OpenAPIDefinition(
        info = @Info(title = "Compliance service", version = "1"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = OpenApi.DIPLOMATE_ID,
                                    in = PATH,
                                    required = true,
                                    description = "The board's number; leading zeros matter",
                                    schema =
                                            @Schema(
                                                    type = STRING,
                                                    pattern = "^[0-9A-Za-z-]{1,32}$",
                                                    examples = "012345")),
                            @Parameter(
                                    name = OpenApi.REASON,
                                    in = QUERY,
                                    required = true,
                                    description = "Why it is taken back; kept with it",
                                    schema =
                                            @Schema(
                                                    type = STRING,
                                                    maxLength = Deletion.MAX_REASON,
                                                    examples = "Recorded by mistake"))
                        }))
package cme.compliance;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.PATH;
import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import cme.chassis.http.Deletion;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullMarked;
