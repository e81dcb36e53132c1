package cme.chassis.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/// Examples of bodies that are no JSON object. They are files among the resources of a service,
/// such as `openapi/postRoster-request.csv` and `openapi/getTranscript-answer.csv`.
final class TextExamples {

    private static final Map<String, String> ENDINGS =
            Map.of(
                    "text/csv", "csv",
                    "text/tab-separated-values", "tsv",
                    "text/calendar", "ics",
                    "text/xml", "xml",
                    "application/xml", "xml",
                    "application/x-ndjson", "ndjson",
                    "application/ndjson", "ndjson",
                    "application/jsonl", "ndjson");

    private TextExamples() {}

    static void addTo(Operation operation) {
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent(), id + "-request.");
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, answer) -> {
                            if (status.startsWith("2")) {
                                addTo(answer.getContent(), id + "-answer.");
                            }
                        });
    }

    private static void addTo(@Nullable Content content, String name) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().forEach((type, media) -> addTo(type, media, name));
        }
    }

    private static void addTo(String type, MediaType media, String name) {
        String ending = ENDINGS.get(type.split(";", 2)[0].strip());
        if (ending != null && media.getExample() == null && media.getExamples() == null) {
            read("openapi/" + name + ending).ifPresent(media::setExample);
        }
    }

    private static Optional<String> read(String name) {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        try (InputStream file = classes.getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
