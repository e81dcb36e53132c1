package cme.catalog.api;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/// The head of the API description.
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
                                        url = "https://www.apache.org/licenses/LICENSE-2.0")))
public final class CatalogApi {

    private CatalogApi() {}
}
