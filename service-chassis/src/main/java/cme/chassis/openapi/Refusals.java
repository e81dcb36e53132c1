package cme.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import cme.chassis.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Refusals that every operation can answer with. Each has the form of problem details, also those
/// that an operation names itself.
final class Refusals {

    private static final String SCHEMA = "Problem";

    private static final Map<String, String> VIOLATION =
            new TreeMap<>(
                    Map.of(
                            "pointer", "/credits",
                            "code", "credits.increment",
                            "detail", "Credits come in steps of 0.25."));

    /// A refusal that is described once for all operations.
    private enum Shared {
        INVALID("400", "Unreadable or invalid; `errors` names every violation"),
        UNAUTHORIZED("401", "No valid token"),
        FORBIDDEN("403", "The token does not allow this"),
        NOT_FOUND("404", "There is no such resource"),
        METHOD_NOT_ALLOWED("405", "The resource has no such method; `Allow` names those it has"),
        NOT_ACCEPTABLE("406", "None of the media types that the caller accepts is given here"),
        TIMED_OUT("408", "The body did not arrive in time"),
        CONFLICT("409", "The state of the resource does not allow this"),
        STALE("412", "It was changed since the version in `If-Match`"),
        TOO_LARGE("413", "The body is too large"),
        UNSUPPORTED("415", "The Content-Type is not read here"),
        IF_MATCH_REQUIRED("428", "It exists: `If-Match` must name the version that was read"),
        TOO_MANY("429", "The quota is used up; `Retry-After` says when to come back"),
        UNAVAILABLE("503", "Temporarily unavailable; `Retry-After` says when to come back");

        private final String status;
        private final String description;

        Shared(String status, String description) {
            this.status = status;
            this.description = description;
        }

        /// `IfMatchRequired`.
        String component() {
            return Arrays.stream(name().split("_"))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }

        static Optional<Shared> of(String status) {
            return Arrays.stream(values()).filter(s -> s.status.equals(status)).findFirst();
        }
    }

    /// Texts that Quarkus gives by itself.
    private static final Set<String> NOT_OURS =
            Set.of("Not Authorized", "Not Allowed", "Bad Request");

    private Refusals() {}

    static void addTooMany(Operation operation) {
        add(operation, Shared.TOO_MANY);
    }

    static void addTo(Operation operation, String path) {
        add(
                operation,
                Shared.INVALID,
                Shared.METHOD_NOT_ALLOWED,
                Shared.NOT_ACCEPTABLE,
                Shared.UNAVAILABLE);
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(operation, Shared.UNAUTHORIZED, Shared.FORBIDDEN);
        }
        if (operation.getRequestBody() != null) {
            add(operation, Shared.TIMED_OUT, Shared.TOO_LARGE, Shared.UNSUPPORTED);
        }
        if (path.contains("{")) {
            add(operation, Shared.NOT_FOUND);
        }
        var shared = new TreeMap<String, APIResponse>();
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        answers.forEach(
                (status, answer) -> {
                    if (isRefusal(status) && isUndescribed(answer)) {
                        Shared.of(status)
                                .map(refusal -> createAPIResponse().ref(refusal.component()))
                                .ifPresent(reference -> shared.put(status, reference));
                    } else if (isRefusal(status) && !isProblem(answer)) {
                        answer.setContent(content());
                    }
                });
        var sorted = new TreeMap<>(answers);
        sorted.putAll(shared);
        operation.getResponses().setAPIResponses(sorted);
    }

    /// A problem with members of its own is described where it is made.
    private static boolean isProblem(APIResponse answer) {
        return answer.getContent() != null
                && answer.getContent().getMediaTypes() != null
                && answer.getContent().getMediaTypes().containsKey(Problem.MEDIA_TYPE);
    }

    private static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static void add(Operation operation, Shared... refusals) {
        var responses = operation.getResponses();
        for (Shared refusal : refusals) {
            if (responses.getAPIResponse(refusal.status) == null) {
                responses.addAPIResponse(refusal.status, createAPIResponse());
            }
        }
    }

    private static boolean isUndescribed(APIResponse response) {
        String text = response.getDescription();
        return text == null || text.isEmpty() || NOT_OURS.contains(text);
    }

    /// Adds the schemas of refusals, and those of the shared refusals that operations refer to.
    static void addTo(OpenAPI api) {
        Components components = api.getComponents();
        components.addSchema(SCHEMA, problem()).addSchema("Violation", violation());
        Set<String> referredTo =
                operations(api)
                        .flatMap(o -> o.getResponses().getAPIResponses().values().stream())
                        .map(answer -> String.valueOf(answer.getRef()))
                        .collect(Collectors.toSet());
        for (Shared refusal : Shared.values()) {
            String name = refusal.component();
            if (referredTo.contains("#/components/responses/" + name)) {
                var answer =
                        createAPIResponse().description(refusal.description).content(content());
                ResponseHeaders.addTo(refusal.status, answer);
                components.addResponse(name, answer);
            }
        }
    }

    private static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths() == null
                ? Stream.empty()
                : api.getPaths().getPathItems().values().stream()
                        .flatMap(path -> path.getOperations().values().stream());
    }

    private static Content content() {
        return createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE, createMediaType().schema(createSchema().ref(SCHEMA)));
    }

    private static Schema problem() {
        return object("Problem details (RFC 9457)")
                .addProperty("type", text("Stable URI that ends in a slug; switch on it"))
                .addProperty("title", text("The same for every problem of this type"))
                .addProperty("status", of(Schema.SchemaType.INTEGER, "The HTTP status"))
                .addProperty("detail", text("What happened this time and what to do about it"))
                .addProperty(
                        "errors",
                        of(Schema.SchemaType.ARRAY, "Every violation of an invalid request")
                                .items(createSchema().ref("Violation")))
                .addProperty("requestId", text("The `X-Request-Id` of the answer"))
                .addProperty(
                        "mergedInto",
                        text("The number to ask for when `type` ends in `merged-into`"))
                .required(List.of("type", "title", "status"))
                .addExample(
                        new TreeMap<String, Object>(
                                Map.of(
                                        "type", "https://problems.cme.example/invalid-request",
                                        "title", "Invalid request",
                                        "status", 400,
                                        "detail", "Credits come in steps of 0.25.",
                                        "errors", List.of(VIOLATION))));
    }

    private static Schema violation() {
        return object("One thing that is wrong with a request")
                .addProperty("pointer", text("JSON Pointer (RFC 6901) into the request"))
                .addProperty("code", text("Stable and machine readable"))
                .addProperty("detail", text("A sentence for a person"))
                .required(List.of("pointer", "code", "detail"))
                .addExample(VIOLATION);
    }

    private static Schema object(String description) {
        return of(Schema.SchemaType.OBJECT, description);
    }

    private static Schema text(String description) {
        return of(Schema.SchemaType.STRING, description);
    }

    private static Schema of(Schema.SchemaType type, String description) {
        return createSchema().type(List.of(type)).description(description);
    }
}
