package cme.system;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.ProjectFolder;
import cme.stack.service.Service;
import cme.stack.token.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// A service whose settings are missing or wrong ends at once and says in a line what to mend.
@Execution(ExecutionMode.CONCURRENT)
class StartRefusalTest {

    private static final String KEY = SigningKey.generate().publicKey();

    private record Ended(int exitCode, List<String> lines) {}

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PORTAL")
    void everyMissingSettingIsNamed(Service service) throws Exception {
        var ended = start(service, Map.of());
        assertThat(ended.exitCode).isEqualTo(1);
        assertThat(ended.lines)
                .extracting(line -> line.split(" is missing")[0])
                .containsExactly(
                        "Cannot start: QUARKUS_DATASOURCE_JDBC_URL",
                        "Cannot start: QUARKUS_DATASOURCE_USERNAME",
                        "Cannot start: QUARKUS_DATASOURCE_PASSWORD",
                        "Cannot start: QUARKUS_FLYWAY_USERNAME",
                        "Cannot start: QUARKUS_FLYWAY_PASSWORD",
                        "Cannot start: KAFKA_BOOTSTRAP_SERVERS",
                        "Cannot start: CME_CHASSIS_SEALING_KEYS",
                        "Cannot start: QUARKUS_OIDC_AUTH_SERVER_URL");
    }

    @Test
    void everyWrongSettingIsNamed() throws Exception {
        var settings = complete();
        settings.put("CME_CHASSIS_PUBLISHER_PAGE_SIZE", "many");
        settings.put("CME_CATALOG_IMPORTS_MAX_ROWS", "0");
        settings.put("QUARKUS_HTTP_PORT", "http");
        var ended = start(Service.CATALOG, settings);
        assertThat(ended.exitCode).isEqualTo(1);
        assertThat(ended.lines)
                .extracting(line -> line.split(":")[1].strip())
                .contains(
                        "CME_CHASSIS_PUBLISHER_PAGE_SIZE cannot be \"many\"",
                        "CME_CATALOG_IMPORTS_MAX_ROWS cannot be \"0\"")
                .allSatisfy(line -> assertThat(line).matches("[A-Z_]+ cannot be \".*\""));
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidWithoutAStackTrace() throws Exception {
        var settings = complete();
        settings.put("QUARKUS_FLYWAY_CONNECT_RETRIES", "0");
        var ended = start(Service.CREDIT, settings);
        assertThat(ended.exitCode).isEqualTo(1);
        assertThat(ended.lines.getLast())
                .startsWith(
                        "Cannot start: the database refuses: Connection to 127.0.0.1:1 refused.");
        assertThat(ended.lines).noneMatch(line -> line.contains("\tat ") || line.contains("\\tat"));
    }

    /// Every setting that a service needs, none of which is given.
    private static Map<String, String> complete() {
        return new HashMap<>(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none",
                        "QUARKUS_DATASOURCE_USERNAME", "none",
                        "QUARKUS_DATASOURCE_PASSWORD", "none",
                        "QUARKUS_FLYWAY_USERNAME", "owner",
                        "QUARKUS_FLYWAY_PASSWORD", "none",
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "CME_CHASSIS_SEALING_KEYS",
                                "1:" + Base64.getEncoder().encodeToString(new byte[32]),
                        "QUARKUS_OIDC_TOKEN_ISSUER", "https://id.example",
                        "QUARKUS_OIDC_PUBLIC_KEY", KEY));
    }

    private static Ended start(Service service, Map<String, String> settings)
            throws IOException, InterruptedException {
        var jar =
                ProjectFolder.find()
                        .resolve(service.module())
                        .resolve("target/quarkus-app/quarkus-run.jar");
        List<String> command = new ArrayList<>(List.of(ProjectFolder.java(), "-Xmx256m"));
        command.addAll(JvmOptions.OF_A_SHORT_RUN);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(settings);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.lines().toList());
    }
}
