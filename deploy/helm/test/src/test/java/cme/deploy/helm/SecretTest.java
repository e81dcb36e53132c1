package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import cme.deploy.helm.Chart.ValueSet;
import cme.stack.kafka.KafkaRight;
import cme.stack.process.Commands;
import cme.stack.process.ProjectFolder;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The chart holds no secret, and each that it names is made by somebody.
class SecretTest {

    private static final String SECRET = ".*_(PASSWORD|SECRET|KEYS|KEYS_\\w+|KEY|JAAS_CONFIG)";
    private static final String EVENT_KEYS = "CME_CHASSIS_EVENTS_KEYS_";

    private static List<Secret> made;

    @BeforeAll
    static void makeSecrets() throws IOException {
        var script = ProjectFolder.find().resolve("deploy/helm/secrets").toString();
        var outcome = Commands.run(List.of("sh", script));
        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        made = new ArrayList<>();
        for (var document : Chart.documents(outcome.output())) {
            made.add((Secret) StrictModels.read(document).orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSecretIsInTheChart(ValueSet values) {
        var objects = Chart.of(values);
        assertThat(objects.named("Secret")).isEmpty();
        assertThat(objects.of(ConfigMap.class))
                .allSatisfy(
                        map ->
                                assertThat(map.getData().toString().toLowerCase(Locale.ROOT))
                                        .doesNotContain("password", "secret", "private key"));
        assertThat(objects.containers().flatMap(container -> container.getEnv().stream()))
                .filteredOn(variable -> variable.getName().matches(SECRET))
                .isNotEmpty()
                .allSatisfy(
                        variable -> {
                            assertThat(variable.getValue()).as(variable.getName()).isNull();
                            assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull();
                        });
    }

    @ParameterizedTest
    @EnumSource
    void everySecretThatIsNamedIsMadeOrBroughtAlong(ValueSet values) {
        var objects = Chart.of(values);
        var known = new TreeMap<String, Set<String>>();
        made.forEach(
                secret ->
                        known.put(secret.getMetadata().getName(), secret.getStringData().keySet()));
        // CloudNativePG and Strimzi make these; operators with a database and a Kafka bring them.
        objects.named("Cluster")
                .keySet()
                .forEach(name -> known.put(name + "-ca", Set.of("ca.crt")));
        objects.named("Kafka")
                .keySet()
                .forEach(name -> known.put(name + "-cluster-ca-cert", Set.of("ca.crt")));
        objects.named("KafkaUser")
                .keySet()
                .forEach(name -> known.put(name, Set.of("sasl.jaas.config")));
        known.putAll(broughtAlong(values));

        var used = uses(objects);
        assertThat(used).isNotEmpty();
        used.forEach(
                (name, keys) -> {
                    assertThat(known).containsKey(name);
                    assertThat(known.get(name)).as(name).containsAll(keys);
                });
    }

    @Test
    void nothingIsMadeThatNobodyUses() {
        assertThat(made)
                .extracting(secret -> secret.getMetadata().getName())
                .isSubsetOf(uses(Chart.of(ValueSet.LARGE)).keySet())
                .doesNotHaveDuplicates();
    }

    @Test
    void theReadmeNamesEverySecret() throws IOException {
        var page = Files.readString(ProjectFolder.find().resolve("deploy/helm/README.md"));
        for (var values : ValueSet.values()) {
            assertThat(uses(Chart.of(values)).keySet())
                    .allMatch(name -> page.contains("`" + name + "`"));
        }
    }

    /// Each service knows the keys of the topics that it owns or reads, and no others.
    @ParameterizedTest
    @EnumSource
    void everyServiceHasTheKeysOfItsTopics(ValueSet values) {
        for (var service : List.of("catalog-service", "credit-service", "compliance-service")) {
            var owners =
                    KafkaRight.ofServices().stream()
                            .filter(right -> right.user().equals(service))
                            .map(right -> EVENT_KEYS + right.eventOwner().toUpperCase(Locale.ROOT))
                            .collect(Collectors.toSet());
            assertThat(
                            PodTest.pod(Chart.of(values).deployment(service))
                                    .getContainers()
                                    .getFirst()
                                    .getEnv())
                    .extracting(variable -> variable.getName())
                    .filteredOn(name -> name.startsWith(EVENT_KEYS))
                    .containsExactlyInAnyOrderElementsOf(owners);
        }
    }

    /// It can do nothing that its visitor may not.
    @ParameterizedTest
    @EnumSource
    void thePortalHasNoSecretButItsOwn(ValueSet values) {
        var portal = PodTest.pod(Chart.of(values).deployment("portal"));
        assertThat(portal.getVolumes()).noneMatch(volume -> volume.getSecret() != null);
        assertThat(portal.getContainers().getFirst().getEnv())
                .noneMatch(variable -> variable.getName().matches(".*(DATASOURCE|KAFKA).*"))
                .filteredOn(variable -> variable.getValueFrom() != null)
                .extracting(variable -> variable.getValueFrom().getSecretKeyRef().getName())
                .containsOnly("portal-keys");
    }

    private static Map<String, Set<String>> broughtAlong(ValueSet values) {
        return switch (values) {
            case SMALL, LARGE -> Map.of("credits-tls", Set.of("tls.crt", "tls.key"));
            case EXISTING ->
                    Map.of(
                            "credits-tls", Set.of("tls.crt", "tls.key"),
                            "database-ca", Set.of("ca.crt"),
                            "kafka-ca", Set.of("ca.crt"),
                            "catalog-service", Set.of("sasl.jaas.config"),
                            "credit-service", Set.of("sasl.jaas.config"),
                            "compliance-service", Set.of("sasl.jaas.config"));
        };
    }

    /// The Secrets that the objects name, each with the keys of it that they need.
    private static Map<String, Set<String>> uses(Objects objects) {
        var used = new TreeMap<String, Set<String>>();
        for (var deployment : objects.of(Deployment.class)) {
            var pod = PodTest.pod(deployment);
            pod.getContainers().stream()
                    .flatMap(container -> container.getEnv().stream())
                    .filter(variable -> variable.getValueFrom() != null)
                    .map(variable -> variable.getValueFrom().getSecretKeyRef())
                    .forEach(key -> use(used, key.getName(), key.getKey()));
            pod.getVolumes().stream()
                    .filter(volume -> volume.getSecret() != null)
                    .flatMap(
                            volume ->
                                    volume.getSecret().getItems().stream()
                                            .map(item -> Map.entry(volume, item)))
                    .forEach(
                            one ->
                                    use(
                                            used,
                                            one.getKey().getSecret().getSecretName(),
                                            one.getValue().getKey()));
        }
        for (var cluster : objects.named("Cluster").values()) {
            login(used, cluster.at("/spec/bootstrap/initdb/secret"));
            cluster.at("/spec/managed/roles")
                    .forEach(role -> login(used, role.path("passwordSecret")));
        }
        for (var keycloak : objects.named("Keycloak").values()) {
            named(used, keycloak.at("/spec/db/usernameSecret"));
            named(used, keycloak.at("/spec/db/passwordSecret"));
            var setup = keycloak.at("/spec/bootstrapAdmin/service/secret").asText();
            use(used, setup, "client-id");
            use(used, setup, "client-secret");
        }
        for (var realm : objects.named("KeycloakRealmImport").values()) {
            realm.at("/spec/placeholders").forEach(place -> named(used, place.path("secret")));
        }
        for (var ingress : objects.named("Ingress").values()) {
            ingress.at("/spec/tls")
                    .forEach(tls -> use(used, tls.path("secretName").asText(), "tls.crt"));
        }
        return used;
    }

    private static void login(Map<String, Set<String>> used, JsonNode secret) {
        use(used, secret.path("name").asText(), "username");
        use(used, secret.path("name").asText(), "password");
    }

    private static void named(Map<String, Set<String>> used, JsonNode secret) {
        use(used, secret.path("name").asText(), secret.path("key").asText());
    }

    private static void use(Map<String, Set<String>> used, String name, String key) {
        used.computeIfAbsent(name, _ -> new TreeSet<>()).add(key);
    }
}
