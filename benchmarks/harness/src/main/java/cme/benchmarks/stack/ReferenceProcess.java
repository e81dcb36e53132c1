package cme.benchmarks.stack;

import cme.stack.postgres.Database;
import cme.stack.process.DataFolder;
import cme.stack.process.JvmProcess;
import cme.stack.process.KnownProcess;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;
import cme.stack.service.ServiceProcess;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The reference application, run as the services are. It works as the owner of the database,
/// because its tables are not those of the service.
public final class ReferenceProcess extends JvmProcess {
    private final DataFolder folder;
    private final Database database;
    private final int port;
    private final Map<String, String> shared;

    /// @param shared settings that the services have too
    ReferenceProcess(DataFolder folder, Database database, int port, Map<String, String> shared) {
        super("reference-service", folder, Duration.ofMinutes(1));
        this.folder = folder;
        this.database = database;
        this.port = port;
        this.shared = shared;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    protected List<String> arguments() {
        Path jar =
                ProjectFolder.find()
                        .resolve("benchmarks/reference/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure("Not built: " + jar + " is missing. Run ./cme bench.");
        }
        List<String> arguments = new ArrayList<>(ServiceProcess.JVM_OPTIONS);
        Path cache = jar.resolveSibling("app.aot");
        if (Files.exists(cache)) {
            arguments.add("-XX:AOTCache=" + cache);
        }
        arguments.addAll(List.of("-jar", jar.toString()));
        return arguments;
    }

    @Override
    protected Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.owner().username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.owner().password());
        return environment;
    }

    private int managementPort() {
        return port + 1000;
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
        try {
            URI health = URI.create("http://127.0.0.1:" + managementPort() + "/q/health/ready");
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }
}
