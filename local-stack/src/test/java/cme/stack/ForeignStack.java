package cme.stack;

import cme.stack.process.ProjectFolder;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A stack in a JVM of its own, which a test can kill.
record ForeignStack(Process process, Engines engines) implements AutoCloseable {
    /// Not durable, as no test takes the power away.
    static Options options(Path folder, Ports ports) {
        return Options.in(folder).on(ports).notDurable().withoutServices();
    }

    static ForeignStack start(Options options) throws Exception {
        Ports ports = options.ports().orElseThrow();
        Process process =
                new ProcessBuilder(
                                ProjectFolder.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ForeignStack.class.getName(),
                                options.folder().toString(),
                                Integer.toString(ports.base()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The stack did not come up.");
            }
        }
        return new ForeignStack(process, Engines.of(options.folder(), ports));
    }

    public static void main(String[] arguments) throws InterruptedException {
        var ports = new Ports(Integer.parseInt(arguments[1]));
        LocalStack stack = LocalStack.start(options(Path.of(arguments[0]), ports));
        System.out.println("ready");
        stack.await();
    }

    /// SIGKILL; its children live on.
    void kill() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
