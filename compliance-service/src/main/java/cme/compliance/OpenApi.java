package cme.compliance;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER;
import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.PATH;
import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/// The general part of the API description.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Compliance",
                        version = "1",
                        description =
                                "Reports whether a diplomate's completions suffice as of a day, and"
                                        + " why. It reports readiness; only the board decides about a"
                                        + " certificate. The board records and reads everything; a"
                                        + " diplomate reads only about themselves.",
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0")),
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
                                    name = OpenApi.AS_OF,
                                    in = QUERY,
                                    description =
                                            "The day of the status; by default today. It may be"
                                                    + " in the future",
                                    schema =
                                            @Schema(
                                                    type = STRING,
                                                    format = "date",
                                                    examples = "2026-11-23")),
                            @Parameter(
                                    name = OpenApi.LIMIT,
                                    in = QUERY,
                                    description = "The maximum number of items on a page",
                                    schema =
                                            @Schema(
                                                    type = INTEGER,
                                                    minimum = "1",
                                                    maximum = "500",
                                                    defaultValue = "50")),
                            @Parameter(
                                    name = OpenApi.CURSOR,
                                    in = QUERY,
                                    description = "`nextCursor` of the page before",
                                    schema = @Schema(type = STRING)),
                            @Parameter(
                                    name = OpenApi.IF_MATCH,
                                    in = HEADER,
                                    description =
                                            "The ETag of the revision to be replaced, such as `\"3\"`",
                                    schema = @Schema(type = STRING)),
                            @Parameter(
                                    name = OpenApi.IF_NONE_MATCH,
                                    in = HEADER,
                                    description =
                                            "The ETag that the client has; the answer is 304 if it is current",
                                    schema = @Schema(type = STRING))
                        }))
public final class OpenApi {

    public static final String DIPLOMATE_ID = "diplomateId";
    public static final String AS_OF = "asOf";
    public static final String LIMIT = "limit";
    public static final String CURSOR = "cursor";
    public static final String IF_MATCH = "If-Match";
    public static final String IF_NONE_MATCH = "If-None-Match";

    private OpenApi() {}
}
