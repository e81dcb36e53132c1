package cme.compliance.cases;

import cme.compliance.rules.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line of a file in `cases`: the input as plain data and the expected answer.
///
/// @param input the whole case as written, for a driver that posts it piece by piece
/// @param knownAt null when everything in the case is known
public record AssessmentCase(
        String id,
        String title,
        String ruleSet,
        LocalDate asOf,
        @Nullable Instant knownAt,
        JsonNode input) {

    private static final List<String> FILES =
            List.of(
                    "/cases/assessment.json",
                    "/cases/five-years.json",
                    "/cases/readings.json",
                    "/cases/sessions.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    public static List<AssessmentCase> all() {
        return FILES.stream().flatMap(file -> read(file).stream()).toList();
    }

    static List<AssessmentCase> read(String resource) {
        try (InputStream stream = AssessmentCase.class.getResourceAsStream(resource)) {
            List<AssessmentCase> cases = new ArrayList<>();
            JSON.readTree(Objects.requireNonNull(stream, resource))
                    .forEach(node -> cases.add(of(node)));
            return cases;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static AssessmentCase of(JsonNode node) {
        String knownAt = node.path("knownAt").asText("");
        return new AssessmentCase(
                node.get("id").asText(),
                node.get("title").asText(),
                node.get("ruleSet").asText(),
                LocalDate.parse(node.get("asOf").asText()),
                node.path("knownAt").isNull() || knownAt.isEmpty() ? null : Instant.parse(knownAt),
                node);
    }

    /// The input as the core wants it.
    public Facts facts() {
        return CaseFacts.of(this);
    }

    public JsonNode expect() {
        return input.get("expect");
    }

    /// Every completion in every later state, first state first, whole: revisions in the file name
    /// changed fields only.
    public static List<JsonNode> statesOf(JsonNode completion) {
        return CaseFacts.states(completion);
    }

    @Override
    public String toString() {
        return id + ": " + title;
    }
}
