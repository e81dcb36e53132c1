package cme.system;

import cme.stack.LocalStack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A run of `./cme verify` on a running stack.
///
/// @param output everything that it printed
record VerifyRun(int exitCode, String output) {

    static VerifyRun of(LocalStack stack) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "cme.stack.Main",
                                "verify",
                                "--data",
                                stack.folder().root().toString())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new VerifyRun(process.waitFor(), output);
    }

    /// The lines that name what does not agree, in their order.
    List<String> findings() {
        return output.lines().filter(line -> line.startsWith("  ")).map(String::strip).toList();
    }
}
