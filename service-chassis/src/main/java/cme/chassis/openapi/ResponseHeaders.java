package cme.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// Headers that follow from the status of an answer, and from what its operation compares.
final class ResponseHeaders {

    private static final Map<String, String> OF_ALL =
            new TreeMap<>(
                    Map.of(
                            "Cache-Control", "How long it may be kept, and by whom",
                            "Vary", "The headers of the request on which the answer depends",
                            "X-Content-Type-Options", "`nosniff`",
                            "X-Request-Id", "The id that was sent, or one that was made"));

    private static final Set<String> JSON = Set.of("application/json");

    private ResponseHeaders() {}

    /// A GET that compares versions answers 304 to a caller who has the current one.
    static void addNotModified(APIResponses answers) {
        APIResponse notModified = answers.getAPIResponse("304");
        if (notModified == null) {
            notModified = createAPIResponse();
            answers.addAPIResponse("304", notModified);
        }
        if (notModified.getDescription() == null) {
            notModified.setDescription("The caller has this version already");
        }
    }

    /// Describes the headers that every answer has.
    static void addTo(Components components) {
        OF_ALL.forEach((name, description) -> components.addHeader(name, text(description)));
    }

    static void addTo(Operation operation) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        answers.forEach(ResponseHeaders::addTo);
        boolean versioned = List.of("304", "412", "428").stream().anyMatch(answers::containsKey);
        boolean creates = answers.containsKey("201");
        boolean limited = answers.containsKey("429");
        answers.forEach(
                (status, answer) -> {
                    if (limited && status.startsWith("2")) {
                        addLimits(answer);
                    }
                    boolean done = List.of("200", "201").contains(status);
                    if (done && (versioned || creates)) {
                        add(answer, "ETag", versioned, text("The version of this answer"));
                    }
                    if ((done || status.equals("202")) && creates) {
                        add(answer, "Location", false, address("Where it is from now on"));
                    }
                    if (status.equals("204") && versioned) {
                        add(answer, "ETag", false, text("The version from now on"));
                    }
                    if (status.equals("200") && isFile(answer)) {
                        add(answer, "Content-Disposition", false, text("A name for the file"));
                        if (ApiConventions.isList(operation)) {
                            add(answer, "Link", false, text("The next page of a table"));
                        }
                    }
                });
    }

    /// Describes what every answer of an operation says that will end (see
    /// [cme.chassis.http.Superseded]).
    static void addSuperseded(Operation operation) {
        operation.setDeprecated(true);
        operation.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getRef() == null)
                .forEach(
                        answer -> {
                            add(answer, "Deprecation", true, text("Since when (RFC 9745)"));
                            add(answer, "Sunset", true, text("Until when it answers (RFC 8594)"));
                            add(answer, "Link", false, text("The operation that replaces it"));
                        });
    }

    /// The headers of a status, whichever the operation is.
    static void addTo(String status, APIResponse answer) {
        if (answer.getRef() != null) {
            return;
        }
        switch (status) {
            case "401" -> add(answer, "WWW-Authenticate", true, text("`Bearer`"));
            case "405" -> add(answer, "Allow", true, text("The methods of the resource"));
            case "429" -> {
                add(answer, "Retry-After", true, seconds("When to come back"));
                addLimits(answer);
            }
            case "503" -> add(answer, "Retry-After", true, seconds("When to come back"));
            case "304" -> add(answer, "ETag", true, text("The version that the caller has"));
            case "415" -> add(answer, "Accept-Encoding", false, text("The encodings of a body"));
            default -> {
                // Other answers have no headers that follow from their status alone.
            }
        }
        OF_ALL.keySet().forEach(name -> add(answer, name, createHeader().ref(name)));
    }

    /// Of answers that drew on a quota (draft-ietf-httpapi-ratelimit-headers).
    private static void addLimits(APIResponse answer) {
        add(
                answer,
                "RateLimit",
                false,
                text(
                        "What is left of each quota (`r`), and in how many seconds it is whole (`t`)"));
        add(
                answer,
                "RateLimit-Policy",
                false,
                text("The size of each quota (`q`) and its window in seconds (`w`)"));
    }

    private static boolean isFile(APIResponse answer) {
        return answer.getContent() != null
                && answer.getContent().getMediaTypes() != null
                && !JSON.containsAll(answer.getContent().getMediaTypes().keySet());
    }

    private static void add(APIResponse answer, String name, boolean required, Header header) {
        add(answer, name, header.required(required));
    }

    private static void add(APIResponse answer, String name, Header header) {
        if (answer.getHeaders() == null || !answer.getHeaders().containsKey(name)) {
            answer.addHeader(name, header);
        }
    }

    private static Header text(String description) {
        return header(description, createSchema().type(List.of(SchemaType.STRING)));
    }

    private static Header address(String description) {
        return header(
                description,
                createSchema().type(List.of(SchemaType.STRING)).format("uri-reference"));
    }

    private static Header seconds(String description) {
        return header(
                description + ", in seconds",
                createSchema().type(List.of(SchemaType.INTEGER)).minimum(BigDecimal.ZERO));
    }

    private static Header header(String description, Schema schema) {
        return createHeader().description(description).schema(schema);
    }
}
