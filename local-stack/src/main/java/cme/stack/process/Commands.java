package cme.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs short commands of the operating system to their end.
public final class Commands {
    private Commands() {}

    /// The exit code and the output of a command.
    public record Outcome(int exitCode, String output) {
        public boolean succeeded() {
            return exitCode == 0;
        }

        /// The line that names the trouble.
        public String usefulLine() {
            return LogFile.usefulLine(output);
        }
    }

    /// A command that cannot be started at all has the exit code 127, as in a shell.
    public static Outcome run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            return new Outcome(exitCode(process), new String(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        }
    }

    /// An interruption waits until the command has ended: nothing could clean up half a command.
    private static int exitCode(Process process) {
        boolean interrupted = false;
        while (true) {
            try {
                int code = process.waitFor();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return code;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
    }
}
