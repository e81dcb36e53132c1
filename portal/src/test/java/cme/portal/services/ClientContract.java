package cme.portal.services;

import cme.test.openapi.OpenApiDocument;
import cme.test.openapi.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/// Compares the methods of a client with the document of its service.
final class ClientContract {
    private final OpenApiDocument document;
    private final RecordContract records;
    private final List<String> differences = new ArrayList<>();

    private ClientContract(OpenApiDocument document) {
        this.document = document;
        this.records = new RecordContract(document);
    }

    /// Every difference as a sentence; empty if the client asks and reads as the document says.
    ///
    /// @param service a folder beside this module, such as `catalog-service`
    static List<String> differences(String service, Class<?>... clients) {
        var contract = new ClientContract(document(service));
        for (Class<?> client : clients) {
            for (Method method : client.getDeclaredMethods()) {
                contract.compare(client, method);
            }
        }
        contract.differences.addAll(contract.records.differences());
        return List.copyOf(contract.differences);
    }

    private static OpenApiDocument document(String service) {
        try {
            return OpenApiDocument.parse(
                    Files.readString(
                            java.nio.file.Path.of("..", service, "contract", "openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(Class<?> client, Method method) {
        String verb =
                Arrays.stream(method.getAnnotations())
                        .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                        .filter(Objects::nonNull)
                        .map(HttpMethod::value)
                        .findFirst()
                        .orElseThrow();
        String path =
                client.getAnnotation(Path.class).value() + method.getAnnotation(Path.class).value();
        Optional<Operation> operation =
                document.operations().stream()
                        .filter(one -> one.method().equals(verb) && one.path().equals(path))
                        .findFirst();
        if (operation.isEmpty()) {
            differences.add("There is no " + verb + " " + path + ".");
            return;
        }
        compareParameters(method, operation.get());
        compareBody(method, operation.get());
        compareAnswer(method, operation.get());
    }

    private void compareParameters(Method method, Operation operation) {
        List<JsonNode> described = document.parameters(operation);
        Set<String> sent = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            placed(parameter).ifPresent(place -> compare(operation, described, place, sent));
        }
        described.stream()
                .filter(one -> one.path("required").asBoolean())
                .map(ClientContract::place)
                .filter(place -> !sent.contains(place))
                .forEach(place -> differences.add(operation + " needs the " + place + "."));
    }

    private void compare(
            Operation operation, List<JsonNode> described, Placed placed, Set<String> sent) {
        sent.add(placed.place());
        Optional<JsonNode> same =
                described.stream().filter(one -> place(one).equals(placed.place())).findFirst();
        if (same.isEmpty()) {
            differences.add(operation + " has no " + placed.place() + ".");
            return;
        }
        JsonNode schema = same.get().path("schema");
        if (!records.fits(placed.type(), schema)) {
            differences.add(operation + ": the " + placed.place() + " has another type.");
        }
    }

    /// A parameter as the document names it, such as `query q`.
    private record Placed(String place, Type type) {}

    private static String place(JsonNode parameter) {
        return parameter.path("in").asText() + " " + parameter.path("name").asText();
    }

    /// Empty for the body, and for its type.
    private static Optional<Placed> placed(Parameter parameter) {
        for (Annotation one : parameter.getAnnotations()) {
            String place =
                    switch (one) {
                        case PathParam p -> "path " + p.value();
                        case QueryParam q -> "query " + q.value();
                        case HeaderParam h -> "header " + h.value();
                        default -> "";
                    };
            if (!place.isEmpty() && !place.equals("header Content-Type")) {
                return Optional.of(new Placed(place, parameter.getParameterizedType()));
            }
        }
        return Optional.empty();
    }

    private void compareBody(Method method, Operation operation) {
        Optional<Type> body =
                Arrays.stream(method.getParameters())
                        .filter(one -> one.getAnnotations().length == 0)
                        .map(Parameter::getParameterizedType)
                        .findFirst();
        JsonNode content = operation.node().path("requestBody").path("content");
        if (body.isPresent() == content.isEmpty()) {
            differences.add(operation + (content.isEmpty() ? " reads no body." : " needs a body."));
        } else if (body.isPresent() && !body.get().equals(InputStream.class)) {
            JsonNode schema = content.path("application/json").path("schema");
            records.compareSent((Class<?>) body.get(), schema, operation.toString());
        }
    }

    private void compareAnswer(Method method, Operation operation) {
        Type answer = unwrapped(method.getGenericReturnType());
        String media =
                Optional.ofNullable(method.getAnnotation(Produces.class))
                        .map(produces -> produces.value()[0])
                        .orElse("application/json");
        List<JsonNode> contents = successes(operation, media).toList();
        boolean isEmpty = answer.equals(void.class);
        if (contents.isEmpty() != isEmpty) {
            differences.add(operation + (isEmpty ? " answers something." : " gives no " + media));
        } else if (!answer.equals(InputStream.class)) {
            contents.forEach(
                    content ->
                            records.compareRead(
                                    answer, content.path("schema"), operation.toString()));
        }
    }

    private static Type unwrapped(Type type) {
        return type instanceof ParameterizedType of && of.getRawType().equals(RestResponse.class)
                ? of.getActualTypeArguments()[0]
                : type;
    }

    /// Of every success the content in that media type, whose parameters do not matter.
    private Stream<JsonNode> successes(Operation operation, String media) {
        return operation.node().path("responses").properties().stream()
                .filter(one -> one.getKey().startsWith("2"))
                .flatMap(
                        one ->
                                document
                                        .resolved(one.getValue())
                                        .path("content")
                                        .properties()
                                        .stream())
                .filter(one -> one.getKey().split(";", 2)[0].equals(media))
                .map(Map.Entry::getValue);
    }
}
