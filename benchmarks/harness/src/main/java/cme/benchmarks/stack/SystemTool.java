package cme.benchmarks.stack;

import cme.stack.process.Commands;
import cme.stack.process.StackFailure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A program of the system that the measurements need.
public enum SystemTool {
    WRK("wrk", "-v"),
    PGBENCH("pgbench", "--version");

    private final String command;
    private final String question;

    SystemTool(String command, String question) {
        this.command = command;
        this.question = question;
    }

    /// @throws StackFailure that says what to install
    public static void requireAll() {
        String missing =
                List.of(values()).stream()
                        .filter(
                                tool ->
                                        Commands.run(List.of(tool.command, tool.question))
                                                        .exitCode()
                                                == 127)
                        .map(tool -> tool.command)
                        .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new StackFailure(
                    "The benchmarks need "
                            + missing
                            + ": install the packages wrk and postgresql (Debian: apt-get install"
                            + " wrk postgresql).");
        }
    }

    /// Runs it to its end.
    ///
    /// @return what it wrote
    /// @throws StackFailure when it fails
    String run(List<String> arguments, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StackFailure(command + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new StackFailure("Cannot run " + command + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
