package cme.system;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.kafka.KafkaRight;
import cme.stack.process.Commands;
import cme.stack.process.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.yaml.snakeyaml.Yaml;

/// Properties that operators expect of every container in `docker-compose.yml`.
@Execution(ExecutionMode.CONCURRENT)
class ComposeFileTest {

    private static final Path FILE = ProjectFolder.find().resolve("docker-compose.yml");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");
    private static final String KEYS = "CME_CHASSIS_EVENTS_KEYS_";
    private static final Set<String> OURS =
            Set.of("catalog-service", "credit-service", "compliance-service");
    private static final String PORTAL = "portal";

    @Test
    void everyPartIsWatchedRestartedAndConfined() {
        assertThat(services())
                .containsOnlyKeys(
                        "postgres",
                        "kafka",
                        "keycloak",
                        "catalog-service",
                        "credit-service",
                        "compliance-service",
                        "portal",
                        "gateway");
        services()
                .forEach(
                        (name, part) ->
                                assertThat(part)
                                        .as(name)
                                        .containsKeys("healthcheck", "mem_limit", "image")
                                        .containsKeys("stop_grace_period", "networks")
                                        .containsEntry("restart", "unless-stopped")
                                        .containsEntry("read_only", true)
                                        .containsEntry("cap_drop", List.of("ALL"))
                                        .containsEntry(
                                                "security_opt", List.of("no-new-privileges:true")));
    }

    @Test
    void nothingStopsScaling() {
        assertThat(file()).doesNotContainKeys("name", "version");
        services()
                .forEach(
                        (name, part) ->
                                assertThat(part).as(name).doesNotContainKey("container_name"));
        OURS.forEach(name -> assertThat(services().get(name)).as(name).doesNotContainKey("ports"));
        assertThat(services().get(PORTAL)).doesNotContainKeys("ports", "volumes");
    }

    /// It can do nothing that its visitor may not: it reaches neither databases nor events, and has
    /// no secret but its own.
    @Test
    void thePortalAsksTheServicesAndNothingElse() {
        var portal = services().get(PORTAL);
        assertThat(portal).containsEntry("networks", List.of("edge"));
        assertThat(environment(portal).keySet())
                .noneMatch(name -> name.contains("DATASOURCE") || name.contains("KAFKA"));
        assertThat(REQUIRED.matcher(environment(portal).values().toString()).results())
                .extracting(found -> found.group(1))
                .containsOnly("CME_PUBLIC_URL", "PORTAL_SECRET", "PORTAL_COOKIE_SECRET");
        assertThat(environment(services().get("keycloak")))
                .containsEntry(
                        "PORTAL_SECRET",
                        environment(portal).get("QUARKUS_OIDC_CREDENTIALS_SECRET"));
    }

    @Test
    void theCookiesOfThePortalGoByTlsOnly() {
        assertThat(environment(services().get(PORTAL)))
                .containsEntry("QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE", "true")
                .containsEntry("QUARKUS_REST_CSRF_COOKIE_FORCE_SECURE", "true");
    }

    /// Docker publishes past the firewall of the machine, so the address is named.
    @Test
    void onlyTheGatewayCanBeReachedFromOtherMachines() {
        var published = new TreeMap<String, Object>();
        services()
                .forEach(
                        (name, part) -> {
                            if (part.containsKey("ports")) {
                                published.put(name, part.get("ports"));
                            }
                        });
        assertThat(published)
                .isEqualTo(
                        Map.of(
                                "gateway",
                                List.of(
                                        "${CME_ADDRESS:-127.0.0.1}:${CME_PORT:-8443}:8443",
                                        "${CME_ADDRESS:-127.0.0.1}:${CME_HTTP_PORT:-8080}:8080"),
                                "keycloak",
                                List.of("127.0.0.1:${CME_ADMIN_PORT:-8180}:8080")));
    }

    @Test
    void noSecretHasADefault() {
        assertThat(
                        services().values().stream()
                                .flatMap(part -> environment(part).entrySet().stream())
                                .filter(
                                        one ->
                                                one.getKey()
                                                        .matches(
                                                                ".*_(PASSWORD|SECRET|KEYS|KEYS_\\w+|KEY)"))
                                .map(Map.Entry::getValue))
                .isNotEmpty()
                .allMatch(value -> REQUIRED.matcher(value).lookingAt());
    }

    /// Kafka lets nobody in without a password, and nobody do what no right allows.
    @Test
    void kafkaIsClosed() {
        var broker = environment(services().get("kafka"));
        assertThat(broker)
                .containsEntry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT")
                .containsEntry(
                        "KAFKA_AUTHORIZER_CLASS_NAME",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .containsEntry("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND", "false")
                .containsEntry("KAFKA_SUPER_USERS", "User:admin");
        for (var service : OURS) {
            assertThat(environment(services().get(service)))
                    .as(service)
                    .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
                    .hasEntrySatisfying(
                            "KAFKA_SASL_JAAS_CONFIG",
                            login ->
                                    assertThat(login)
                                            .contains("username=\"" + service + "\"")
                                            .contains("_KAFKA_PASSWORD:?"));
        }
    }

    /// Each service knows the keys of the topics that it owns or reads, and no others.
    @Test
    void everyServiceHasTheKeysOfItsTopics() {
        for (var service : OURS) {
            var owners =
                    KafkaRight.ofServices().stream()
                            .filter(right -> right.user().equals(service))
                            .map(right -> KEYS + right.eventOwner().toUpperCase(Locale.ROOT))
                            .distinct()
                            .toList();
            assertThat(
                            environment(services().get(service)).keySet().stream()
                                    .filter(name -> name.startsWith(KEYS)))
                    .as(service)
                    .containsExactlyInAnyOrderElementsOf(owners);
        }
    }

    @Test
    void everySettingOfTheDeploymentIsDescribed() throws IOException {
        var page = Files.readString(ProjectFolder.find().resolve("docs/configuration.md"));
        assertThat(Pattern.compile("\\$\\{(CME_\\w+)").matcher(Files.readString(FILE)).results())
                .isNotEmpty()
                .allMatch(variable -> page.contains("`" + variable.group(1) + "`"));
    }

    @Test
    void everyPathOfTheContractsIsRoutedToItsService() throws IOException {
        var gateway = Files.readString(ProjectFolder.find().resolve("deploy/gateway/nginx.conf"));
        for (var service : OURS) {
            var location =
                    Pattern.compile(
                                    "location ~ (\\S+) \\{\\s+proxy_pass http://\\$%s:"
                                            .formatted(service.replace("-service", "")))
                            .matcher(gateway);
            assertThat(location.find()).as(service).isTrue();
            assertThat(paths(service))
                    .isNotEmpty()
                    .allMatch(Pattern.compile(location.group(1)).asPredicate());
        }
    }

    @Test
    void theToolsThatAreHereReadIt(@TempDir Path folder) throws IOException {
        // In place of a developer's own .env.
        var nothing = Files.createFile(folder.resolve("empty"));
        var variables = requiredVariables();
        var script = Files.readString(ProjectFolder.find().resolve("deploy/environment"));
        assertThat(variables).isNotEmpty().allMatch(script::contains);
        for (var tool : tools()) {
            assertThat(config(tool, nothing, variables).output()).as("%s", tool).isEmpty();
            assertThat(config(tool, nothing, variables.subList(1, variables.size())).output())
                    .as("%s without %s", tool, variables.getFirst())
                    .contains(variables.getFirst());
        }
    }

    private static Commands.Outcome config(
            List<String> tool, Path environment, List<String> variables) {
        var command = new ArrayList<>(List.of("env", "-i", "PATH=" + System.getenv("PATH")));
        variables.forEach(name -> command.add(name + "=x"));
        command.addAll(tool);
        command.addAll(
                List.of(
                        "--env-file",
                        environment.toString(),
                        "--file",
                        FILE.toString(),
                        "config",
                        "--quiet"));
        return Commands.run(command);
    }

    private static List<List<String>> tools() {
        return List.of(List.of("docker-compose"), List.of("docker", "compose")).stream()
                .filter(tool -> Commands.run(with(tool, "version")).succeeded())
                .toList();
    }

    private static List<String> with(List<String> tool, String argument) {
        var command = new ArrayList<>(tool);
        command.add(argument);
        return command;
    }

    private static List<String> requiredVariables() throws IOException {
        return REQUIRED.matcher(Files.readString(FILE))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static Set<String> paths(String service) throws IOException {
        var contract = ProjectFolder.find().resolve(service).resolve("contract/openapi.yaml");
        Map<String, Map<String, Object>> description = new Yaml().load(Files.readString(contract));
        return description.get("paths").keySet();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) file().get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(Map<String, Object> part) {
        return (Map<String, String>) part.getOrDefault("environment", Map.of());
    }

    private static Map<String, Object> file() {
        try {
            return new Yaml().load(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
