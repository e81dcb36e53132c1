package cme.chassis.json;

import cme.chassis.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The parameters of a query as [Fields] read them: a text each, or a list of the texts of one that
/// was repeated.
final class QueryText {

    private static final String UNKNOWN = "unknown-parameter";
    private static final String EMPTY = "empty-parameter";

    /// Parameters that choose a page of a list and not its rows.
    private static final Set<String> OF_PAGE = Set.of("limit", "cursor");

    private static final int DIGEST_BYTES = 6;

    /// More than the longest URL has.
    private static final int MAX_PARAMETERS = 10_000;

    private QueryText() {}

    /// A semicolon is an ordinary character; the framework takes it for the end of a parameter.
    ///
    /// @param query as sent; null when there is none
    static ObjectNode of(@Nullable String query) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (query == null) {
            return node;
        }
        var decoder =
                new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MAX_PARAMETERS, true);
        decoder.parameters()
                .forEach(
                        (name, values) -> {
                            if (values.size() == 1) {
                                node.put(name, values.getFirst());
                            } else {
                                values.forEach(node.putArray(name)::add);
                            }
                        });
        return node;
    }

    /// The values of one parameter.
    static List<String> values(JsonNode parameter) {
        return parameter.isArray()
                ? parameter.valueStream().map(JsonNode::asText).toList()
                : Stream.of(parameter).filter(JsonNode::isTextual).map(JsonNode::asText).toList();
    }

    /// The violation of a parameter that the operation does not have, or that has no value.
    ///
    /// @param known the parameters that the operation has
    static Optional<Violation> violation(Map.Entry<String, JsonNode> sent, Set<String> known) {
        String name = sent.getKey();
        String pointer = "/" + PlainText.pointerPart(name);
        if (!known.contains(name)) {
            String detail =
                    known.isEmpty()
                            ? "There is no such parameter; this operation has none."
                            : "There is no such parameter; there are: %s."
                                    .formatted(String.join(", ", new TreeSet<>(known)));
            return Optional.of(new Violation(pointer, UNKNOWN, detail));
        }
        return sent.getValue().isTextual() && sent.getValue().textValue().isBlank()
                ? Optional.of(new Violation(pointer, EMPTY, "Leave it out or give it a value."))
                : Optional.empty();
    }

    static boolean isOfUnknownParameter(List<Violation> violations) {
        return violations.stream().anyMatch(v -> List.of(UNKNOWN, EMPTY).contains(v.code()));
    }

    /// A digest of everything that chooses the rows of a list.
    static String selection(String path, JsonNode query) {
        var filters = new TreeMap<String, String>();
        query.properties().stream()
                .filter(parameter -> !OF_PAGE.contains(parameter.getKey()))
                .forEach(p -> filters.put(p.getKey(), p.getValue().toString()));
        byte[] digest = Sha256.of(path + "?" + filters);
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
    }
}
