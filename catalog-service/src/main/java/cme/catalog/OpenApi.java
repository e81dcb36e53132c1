package cme.catalog;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER;
import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/// What the operations of the description share.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Catalog of activities",
                        version = "1",
                        description =
                                "What can be completed for credit, and for what the board approves"
                                        + " it. Reading is open to all; writing takes a bearer"
                                        + " token of the board or, for its own proposals, of a"
                                        + " society.",
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0")),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "limit",
                                    in = QUERY,
                                    description = "How many items a page holds at most",
                                    schema =
                                            @Schema(
                                                    type = INTEGER,
                                                    minimum = "1",
                                                    maximum = "500",
                                                    defaultValue = "50")),
                            @Parameter(
                                    name = "cursor",
                                    in = QUERY,
                                    description = "`nextCursor` of the page before",
                                    schema = @Schema(type = STRING)),
                            @Parameter(
                                    name = "If-Match",
                                    in = HEADER,
                                    description =
                                            "ETag of the revision that was seen, such as `\"3\"`",
                                    schema = @Schema(type = STRING)),
                            @Parameter(
                                    name = "If-None-Match",
                                    in = HEADER,
                                    description =
                                            "ETag of what the client has; 304 when it is current",
                                    schema = @Schema(type = STRING))
                        }))
public final class OpenApi {

    private OpenApi() {}
}
