package cme.catalog.api;

import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import cme.chassis.http.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// The parts of the description that operations refer to.
final class SharedParts {

    private SharedParts() {}

    static void addTo(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(createComponents());
        }
        api.getComponents()
                .addParameter("limit", limit())
                .addParameter("cursor", query("cursor", "`nextCursor` of the page before"))
                .addParameter(
                        "If-Match",
                        header("If-Match", "ETag of the revision that was seen, such as `\"3\"`"))
                .addParameter(
                        "If-None-Match",
                        header("If-None-Match", "ETag of what the client has, such as `\"3\"`"));
    }

    private static Parameter limit() {
        return query("limit", "How many items the page holds at most")
                .schema(
                        createSchema()
                                .type(List.of(SchemaType.INTEGER))
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                                .defaultValue(PageRequest.DEFAULT_LIMIT));
    }

    private static Parameter query(String name, String description) {
        return text(name, description).in(Parameter.In.QUERY);
    }

    private static Parameter header(String name, String description) {
        return text(name, description).in(Parameter.In.HEADER);
    }

    private static Parameter text(String name, String description) {
        return createParameter()
                .name(name)
                .description(description)
                .schema(createSchema().type(List.of(SchemaType.STRING)));
    }
}
