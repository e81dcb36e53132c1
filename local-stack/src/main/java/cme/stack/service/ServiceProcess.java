package cme.stack.service;

import cme.stack.process.DataFolder;
import cme.stack.process.JvmProcess;
import cme.stack.process.KnownProcess;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One instance of a service, run from its build folder in this project or in another copy of it.
public final class ServiceProcess extends JvmProcess {

    /// The heap is small at first, so that the garbage of the start is collected.
    public static final List<String> JVM_OPTIONS =
            List.of("-Xms64m", "-Xmx1g", "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> SMALL_HEAP = List.of("-Xms32m", "-Xmx192m");
    private static final Duration START_LIMIT = Duration.ofMinutes(3); // slow machines, migrations

    private final Instance instance;
    private final DataFolder folder;
    private volatile Path project = ProjectFolder.find();

    /// The ports of an instance and how it is run.
    ///
    /// @param name tells instances of a service apart, such as `credit-service` and
    ///   `credit-service-2`
    /// @param settings environment variables, besides those of its ports
    /// @param arguments options for its `java`
    public record Instance(
            Service service,
            String name,
            int port,
            int managementPort,
            Map<String, String> settings,
            List<String> arguments) {}

    public ServiceProcess(DataFolder folder, Instance instance) {
        super(instance.name(), folder, START_LIMIT);
        this.instance = instance;
        this.folder = folder;
    }

    private static Path jar(Path project, Service service) {
        return project.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /// The file with the classes that a service has loaded and linked when it is ready; see
    /// [cme.stack.RecordCommand].
    public static Path cache(Service service) {
        return cache(jar(ProjectFolder.find(), service));
    }

    private static Path cache(Path jar) {
        return jar.resolveSibling("app.aot");
    }

    /// Takes effect at the next start: the instance keeps its ports, database and settings, and
    /// changes its version.
    ///
    /// @param built a folder of this project at any version, in which the service was packaged
    public void runFrom(Path built) {
        project = built.toAbsolutePath();
    }

    public Service service() {
        return instance.service();
    }

    /// The address of the API, without a slash at its end.
    public String baseUrl() {
        return "http://127.0.0.1:" + instance.port();
    }

    /// The address of health and metrics, without a slash at its end.
    public String managementUrl() {
        return "http://127.0.0.1:" + instance.managementPort();
    }

    @Override
    protected List<String> arguments() {
        Path jar = jar(project, service());
        if (!Files.exists(jar)) {
            throw new StackFailure("Not built: " + jar + " is missing. Run ./mvnw package.");
        }
        List<String> arguments = new ArrayList<>(JVM_OPTIONS);
        if (!service().hasDatabase()) {
            arguments.addAll(SMALL_HEAP); // the last one counts
        }
        // The JVM ignores a cache that does not fit this build.
        Path cache = cache(jar);
        if (Files.exists(cache)) {
            arguments.add("-XX:AOTCache=" + cache);
        }
        arguments.addAll(instance.arguments());
        arguments.addAll(List.of("-jar", jar.toString()));
        return arguments;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(instance.settings());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(instance.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(instance.managementPort()));
        return environment;
    }

    @Override
    protected Optional<String> classPath() {
        return Optional.empty();
    }

    @Override
    protected Path directory() {
        return folder.root();
    }

    @Override
    protected boolean isReady(KnownProcess process) {
        return Readiness.of(URI.create(managementUrl() + "/q/health/ready"));
    }
}
