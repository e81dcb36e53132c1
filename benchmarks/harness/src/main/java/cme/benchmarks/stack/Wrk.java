package cme.benchmarks.stack;

import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// HTTP load by wrk: each connection sends its next request when it has the answer to the last.
///
/// @param threads of wrk, at most as many as there are connections
public record Wrk(String script, int threads, int connections, Duration duration) {
    private static final String MARK = "RESULT ";

    /// @param errors answers of 400 and above, and connections that broke
    public record Load(
            long requests, Duration duration, long p50Micros, long p99Micros, long errors) {
        public double perSecond() {
            return requests / (duration.toNanos() / 1e9);
        }
    }

    /// Posts distinct completions.
    public static Wrk posting(int connections, Duration duration) {
        return new Wrk("post.lua", 2, connections, duration);
    }

    public static Wrk reading(int connections, Duration duration) {
        return new Wrk("get.lua", 2, connections, duration);
    }

    /// @param arguments of the script
    /// @throws StackFailure when a request failed: then the figure is worth nothing
    public Load run(String baseUrl, Object... arguments) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "-t" + Math.min(threads, connections),
                                "-c" + connections,
                                "-d" + Math.max(1, duration.toSeconds()) + "s",
                                "--timeout",
                                "20s",
                                "-s",
                                folder().resolve(script).toString(),
                                baseUrl,
                                "--"));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        Load load = read(SystemTool.WRK.run(line, Map.of()));
        if (load.errors() > 0 || load.requests() == 0) {
            throw new StackFailure(
                    "%d of %d requests to %s failed."
                            .formatted(load.errors(), load.requests(), baseUrl));
        }
        return load;
    }

    private static Load read(String output) {
        String result =
                output.lines()
                        .filter(line -> line.startsWith(MARK))
                        .findFirst()
                        .orElseThrow(() -> new StackFailure("wrk said nothing: " + output));
        try {
            JsonNode json = new ObjectMapper().readTree(result.substring(MARK.length()));
            return new Load(
                    json.path("requests").asLong(),
                    Duration.ofNanos(json.path("micros").asLong() * 1_000),
                    json.path("p50").asLong(),
                    json.path("p99").asLong(),
                    json.path("errors").asLong());
        } catch (JsonProcessingException e) {
            throw new StackFailure("wrk was not understood: " + result, e);
        }
    }

    private static Path folder() {
        return ProjectFolder.find().resolve("benchmarks/harness/src/main/load");
    }
}
