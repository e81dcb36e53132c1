package cme.system;

import cme.stack.LocalStack;
import cme.stack.process.ProjectFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A run of `./cme verify` on a running stack.
///
/// @param output everything that it printed
record VerifyRun(int exitCode, String output) {

    static VerifyRun of(LocalStack stack) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProjectFolder.java()));
        command.addAll(JvmOptions.OF_A_SHORT_RUN);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "cme.stack.Main",
                        "verify",
                        "--data",
                        stack.folder().root().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new VerifyRun(process.waitFor(), output);
    }

    /// The lines that name what does not agree, in their order.
    List<String> findings() {
        return output.lines().filter(line -> line.startsWith("  ")).map(String::strip).toList();
    }
}
