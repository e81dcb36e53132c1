package cme.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The commands of the guide in their order, each with the answer that the page shows for it.
final class GuidePage {

    /// @param answer the JSON that stands directly under it, of which its output has at least as
    ///   much; null when there is none
    record Command(String text, @Nullable String answer) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private GuidePage() {}

    /// @param page Markdown
    static List<Command> commands(String page) {
        List<Command> commands = new ArrayList<>();
        String language = null;
        var block = new StringBuilder();
        boolean follows = false;
        for (String line : page.lines().toList()) {
            if (!line.startsWith("```")) {
                block.append(language == null ? "" : line + "\n");
                follows &= language != null || line.isBlank();
            } else if (language == null) {
                language = line.substring(3);
                block.setLength(0);
            } else {
                if (language.equals("sh")) {
                    commands.add(new Command(block.toString(), null));
                    follows = true;
                } else if (language.equals("json") && follows) {
                    commands.add(new Command(commands.removeLast().text(), block.toString()));
                    follows = false;
                }
                language = null;
            }
        }
        return commands;
    }

    /// The differences between the page and the answer, in words; empty when the answer has
    /// everything.
    static List<String> missing(String shown, String answer) {
        try {
            return missing("", JSON.readTree(shown), JSON.readTree(answer));
        } catch (JsonProcessingException e) {
            return List.of("%s in%n%s%nor%n%s".formatted(e.getMessage(), shown, answer));
        }
    }

    private static List<String> missing(String at, JsonNode shown, @Nullable JsonNode answer) {
        if (answer == null || shown.getNodeType() != answer.getNodeType()) {
            return List.of("%s: %s, not %s".formatted(at, shown, answer));
        }
        if (shown.isObject()) {
            return shown.properties().stream()
                    .filter(field -> !field.getKey().equals("..."))
                    .flatMap(
                            field ->
                                    missing(
                                            at + "/" + field.getKey(),
                                            field.getValue(),
                                            answer.get(field.getKey()))
                                            .stream())
                    .toList();
        }
        if (shown.isArray()) {
            return StreamSupport.stream(shown.spliterator(), false)
                    .filter(item -> !isIn(item, answer))
                    .map(item -> "%s: %s is not in %s".formatted(at, item, answer))
                    .toList();
        }
        return agrees(shown, answer)
                ? List.of()
                : List.of("%s: %s, not %s".formatted(at, shown, answer));
    }

    private static boolean isIn(JsonNode item, JsonNode answer) {
        return StreamSupport.stream(answer.spliterator(), false)
                .anyMatch(one -> missing("", item, one).isEmpty());
    }

    /// Instants, digests, and texts of which the page shows the beginning are others each time.
    private static boolean agrees(JsonNode shown, JsonNode answer) {
        return shown.isNumber()
                ? shown.decimalValue().compareTo(answer.decimalValue()) == 0
                : shown.asText().endsWith("...")
                        || shown.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*Z|[0-9a-f]{64}")
                        || Objects.equals(shown, answer);
    }
}
