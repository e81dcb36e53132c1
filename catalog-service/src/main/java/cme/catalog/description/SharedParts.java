package cme.catalog.description;

import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import cme.chassis.paging.PageRequest;
import cme.chassis.problem.Problem;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import java.math.BigDecimal;
import java.util.List;

/// The parts of the description that operations refer to.
final class SharedParts {

    private SharedParts() {}

    static void addTo(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(createComponents());
        }
        api.getComponents()
                .addSchema("Problem", problem())
                .addSchema("Violation", violation())
                .addParameter("limit", limit())
                .addParameter("cursor", query("cursor", "`nextCursor` of the page before"))
                .addParameter(
                        "If-Match",
                        header("If-Match", "ETag of the revision that was seen, such as `\"3\"`"))
                .addParameter(
                        "If-None-Match",
                        header("If-None-Match", "ETag of what the client has, such as `\"3\"`"));
    }

    static Content problemContent() {
        return createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        createMediaType().schema(createSchema().ref("Problem")));
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

    private static Schema problem() {
        return of(SchemaType.OBJECT, "Problem details (RFC 9457)")
                .addProperty("type", text("Stable URI that ends in a slug; switch on it"))
                .addProperty("title", text("The same for every problem of this type"))
                .addProperty("status", of(SchemaType.INTEGER, "The HTTP status"))
                .addProperty("detail", text("What happened this time and what to do about it"))
                .addProperty(
                        "errors",
                        of(SchemaType.ARRAY, "Every violation of an invalid request")
                                .items(createSchema().ref("Violation")))
                .required(List.of("type", "title", "status"));
    }

    private static Schema violation() {
        return of(SchemaType.OBJECT, "One thing that is wrong with a request")
                .addProperty("pointer", text("JSON Pointer (RFC 6901) into the request"))
                .addProperty("code", text("Stable and machine readable"))
                .addProperty("detail", text("A sentence for a person"))
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema text(String description) {
        return of(SchemaType.STRING, description);
    }

    private static Schema of(SchemaType type, String description) {
        return createSchema().type(List.of(type)).description(description);
    }
}
