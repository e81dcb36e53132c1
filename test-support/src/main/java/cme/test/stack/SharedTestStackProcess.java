package cme.test.stack;

import cme.stack.process.DataFolder;
import cme.stack.process.JvmProcess;
import cme.stack.process.KnownProcess;
import cme.stack.process.ProjectFolder;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The process of [SharedTestStackMain].
final class SharedTestStackProcess extends JvmProcess {
    private final Path folder;

    SharedTestStackProcess(DataFolder data) {
        super("test-stack", data, Duration.ofMinutes(3));
        this.folder = data.root();
    }

    @Override
    protected List<String> arguments() {
        return List.of(
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcme.home=" + ProjectFolder.find(),
                SharedTestStackMain.class.getName(),
                folder.toString());
    }

    @Override
    protected Map<String, String> environment() {
        return Map.of();
    }

    @Override
    protected Optional<String> classPath() {
        return Optional.of(
                ProjectFolder.find().resolve("test-support/target/classes")
                        + File.pathSeparator
                        + ProjectFolder.classPath());
    }

    @Override
    protected Path directory() {
        return ProjectFolder.find();
    }

    @Override
    protected boolean isReady(KnownProcess process) {
        return SharedTestStackState.exists(folder);
    }
}
