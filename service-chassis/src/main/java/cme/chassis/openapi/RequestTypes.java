package cme.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import cme.chassis.table.TableForm;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Names every media type in which the body of a request is read. A type that the resource does not
/// describe is another name or another form of one that it describes.
final class RequestTypes {

    private static final Map<String, String> DESCRIBED_AS =
            Map.of(
                    TableForm.TAB_SEPARATED_TYPE,
                    TableForm.CSV_TYPE,
                    TableForm.WORKBOOK_TYPE,
                    TableForm.CSV_TYPE,
                    "application/ndjson",
                    "application/x-ndjson",
                    "application/jsonl",
                    "application/x-ndjson",
                    "text/xml",
                    "application/xml");

    private RequestTypes() {}

    /// @param read the media types that the method consumes
    static void addTo(Operation operation, List<String> read) {
        Content content =
                operation.getRequestBody() == null ? null : operation.getRequestBody().getContent();
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        read.stream()
                .filter(type -> !content.hasMediaType(type))
                .filter(type -> content.hasMediaType(String.valueOf(DESCRIBED_AS.get(type))))
                .forEach(
                        type -> content.addMediaType(type, createMediaType().schema(schema(type))));
    }

    private static Schema schema(String type) {
        Schema text = createSchema().type(List.of(SchemaType.STRING));
        return type.equals(TableForm.WORKBOOK_TYPE)
                ? text.format("binary").description("The first sheet of an Excel workbook")
                : text.description("As " + DESCRIBED_AS.get(type));
    }
}
