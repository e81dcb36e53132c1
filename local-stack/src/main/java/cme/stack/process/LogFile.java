package cme.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The output of one process. The output of its last run is kept beside it, older ones are deleted.
public record LogFile(Path path) {
    private static final int TAIL_BYTES = 64 * 1024;
    private static final Pattern JSON_MESSAGE =
            Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMPLAINT =
            Pattern.compile("\\b(ERROR|FATAL|PANIC|SEVERE|Caused by|Exception)\\b|error:");

    /// Sets the last run's output aside.
    public void rotate() {
        try {
            if (Files.exists(path)) {
                Path before = path.resolveSibling(path.getFileName() + ".1");
                Files.move(path, before, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last line that complains, else the last line, in words: of a JSON line its message.
    public String lastUsefulLine() {
        return usefulLine(tail());
    }

    /// True if the end of the output has this text.
    public boolean says(String text) {
        return tail().contains(text);
    }

    static String usefulLine(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String last = lines.isEmpty() ? "it wrote nothing" : lines.getLast();
        String line =
                lines.reversed().stream()
                        .filter(candidate -> COMPLAINT.matcher(candidate).find())
                        .filter(candidate -> !candidate.strip().startsWith("at "))
                        .findFirst()
                        .orElse(last);
        Matcher json = JSON_MESSAGE.matcher(line);
        return (json.find() ? json.group(1) : line).strip();
    }

    private String tail() {
        try (var file = Files.newByteChannel(path)) {
            file.position(Math.max(0, file.size() - TAIL_BYTES));
            byte[] bytes = Channels.newInputStream(file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
