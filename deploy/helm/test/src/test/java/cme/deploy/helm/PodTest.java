package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import cme.deploy.helm.Chart.ValueSet;
import cme.stack.process.ProjectFolder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Properties that operators expect of every pod.
class PodTest {

    static final Set<String> PARTS =
            Set.of("catalog-service", "credit-service", "compliance-service", "portal", "gateway");

    @ParameterizedTest
    @EnumSource
    void everyPartIsThere(ValueSet values) {
        assertThat(Chart.of(values).named("Deployment")).containsOnlyKeys(PARTS);
    }

    @ParameterizedTest
    @EnumSource
    void everyImageIsPinned(ValueSet values) {
        var objects = Chart.of(values);
        var others =
                Stream.of("Cluster/imageName", "Keycloak/image")
                        .map(place -> place.split("/"))
                        .flatMap(
                                place ->
                                        objects.named(place[0]).values().stream()
                                                .map(one -> one.at("/spec/" + place[1]).asText()));
        assertThat(Stream.concat(objects.containers().map(Container::getImage), others))
                .isNotEmpty()
                .allMatch(image -> image.matches("[a-z0-9./-]+/[a-z-]+:\\d+\\.[\\w.-]+"));
        assertThat(objects.named("Kafka").values())
                .allSatisfy(
                        kafka ->
                                assertThat(kafka.at("/spec/kafka/version").asText())
                                        .matches("\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void aDigestPinsAnImageBeyondItsTag() throws IOException {
        var digest = "sha256:" + "0".repeat(64);
        assertThat(
                        Chart.with(ValueSet.SMALL, Map.of("images.digests.portal", digest))
                                .deployment("portal")
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .getFirst()
                                .getImage())
                .endsWith("/portal:" + Chart.appVersion() + "@" + digest);
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerHasRequestsAndLimits(ValueSet values) {
        assertThat(Chart.of(values).containers())
                .isNotEmpty()
                .allSatisfy(
                        container -> {
                            var resources = container.getResources();
                            assertThat(resources.getRequests())
                                    .as(container.getName())
                                    .containsOnlyKeys("cpu", "memory", "ephemeral-storage");
                            assertThat(resources.getLimits())
                                    .as(container.getName())
                                    .containsOnlyKeys("cpu", "memory", "ephemeral-storage");
                            resources
                                    .getRequests()
                                    .forEach(
                                            (name, amount) ->
                                                    assertThat(bytes(amount))
                                                            .as(name)
                                                            .isLessThanOrEqualTo(
                                                                    bytes(
                                                                            resources
                                                                                    .getLimits()
                                                                                    .get(name))));
                        });
        for (var kind : List.of("Cluster", "Keycloak", "KafkaNodePool")) {
            assertThat(Chart.of(values).named(kind).values())
                    .allSatisfy(
                            object ->
                                    assertThat(object.at("/spec/resources").properties())
                                            .as(Objects.name(object))
                                            .extracting(Map.Entry::getKey)
                                            .containsExactlyInAnyOrder("requests", "limits"));
        }
    }

    /// A pod that writes more than its limit is put off its node with everything that waits in it.
    @ParameterizedTest
    @EnumSource
    void theVolumesOfAPodFitIntoItsLimit(ValueSet values) {
        for (var deployment : Chart.of(values).of(Deployment.class)) {
            var pod = pod(deployment);
            var volumes =
                    pod.getVolumes().stream()
                            .filter(volume -> volume.getEmptyDir() != null)
                            .map(volume -> bytes(volume.getEmptyDir().getSizeLimit()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            var limit = pod.getContainers().getFirst().getResources().getLimits();
            assertThat(volumes)
                    .as(deployment.getMetadata().getName())
                    .isPositive()
                    .isLessThanOrEqualTo(bytes(limit.get("ephemeral-storage")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPodIsConfined(ValueSet values) {
        for (var deployment : Chart.of(values).of(Deployment.class)) {
            var pod = pod(deployment);
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                    .isEqualTo("RuntimeDefault");
            for (var container : pod.getContainers()) {
                var context = container.getSecurityContext();
                assertThat(context.getReadOnlyRootFilesystem()).isTrue();
                assertThat(context.getAllowPrivilegeEscalation()).isFalse();
                assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(context.getCapabilities().getAdd()).isEmpty();
            }
        }
        assertThat(Chart.of(values).of(ServiceAccount.class))
                .hasSize(PARTS.size())
                .allMatch(account -> !account.getAutomountServiceAccountToken());
    }

    /// The pod has the user, the ports and the folders of its image.
    @ParameterizedTest
    @EnumSource
    void aPodIsWhatItsImageExpects(ValueSet values) throws IOException {
        for (var part :
                List.of("catalog-service", "credit-service", "compliance-service", "portal")) {
            var image =
                    Files.readString(
                            ProjectFolder.find().resolve(part + "/src/main/docker/Dockerfile.jvm"));
            var pod = pod(Chart.of(values).deployment(part));
            var user = pod.getSecurityContext().getRunAsUser();
            assertThat(image)
                    .contains(
                            "\nUSER %s:%s\n"
                                    .formatted(user, pod.getSecurityContext().getFsGroup()));
            var ports = pod.getContainers().getFirst().getPorts();
            assertThat(image)
                    .contains(
                            "\nEXPOSE %s %s\n"
                                    .formatted(
                                            ports.getFirst().getContainerPort(),
                                            ports.getLast().getContainerPort()));
        }
        var credit = pod(Chart.of(values).deployment("credit-service")).getContainers().getFirst();
        var folder = env(credit, "CME_CHASSIS_SPOOL_FOLDER").getValue();
        assertThat(credit.getVolumeMounts()).anyMatch(one -> one.getMountPath().equals(folder));
        var gateway = pod(Chart.of(values).deployment("gateway"));
        assertThat(gateway.getSecurityContext().getRunAsUser()).isEqualTo(101);
        assertThat(gateway.getContainers().getFirst().getVolumeMounts())
                .extracting("mountPath")
                .contains("/tmp", "/certificates", "/var/cache/nginx/bodies");
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerIsProbed(ValueSet values) {
        assertThat(Chart.of(values).containers())
                .allSatisfy(
                        container -> {
                            var ports = container.getPorts().stream().map(one -> one.getName());
                            assertThat(
                                            List.of(
                                                    container.getStartupProbe(),
                                                    container.getLivenessProbe(),
                                                    container.getReadinessProbe()))
                                    .allMatch(probe -> probe.getHttpGet() != null)
                                    .extracting(probe -> probe.getHttpGet().getPort().getStrVal())
                                    .isSubsetOf(ports.toList());
                            assertThat(container.getLivenessProbe().getHttpGet().getPath())
                                    .isIn("/q/health/live", "/healthz");
                            assertThat(container.getReadinessProbe().getHttpGet().getPath())
                                    .isIn("/q/health/ready", "/healthz");
                        });
    }

    /// A part finishes what it has begun before it is killed.
    @ParameterizedTest
    @EnumSource
    void aPodHasTheTimeToFinish(ValueSet values) {
        for (var part :
                List.of("catalog-service", "credit-service", "compliance-service", "portal")) {
            var pod = pod(Chart.of(values).deployment(part));
            var container = pod.getContainers().getFirst();
            assertThat(pod.getTerminationGracePeriodSeconds())
                    .isGreaterThan(
                            seconds(env(container, "QUARKUS_SHUTDOWN_DELAY"))
                                    + seconds(env(container, "QUARKUS_SHUTDOWN_TIMEOUT")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void instancesAreSpreadOverNodesAndZones(ValueSet values) {
        for (var deployment : Chart.of(values).of(Deployment.class)) {
            assertThat(pod(deployment).getTopologySpreadConstraints())
                    .allMatch(
                            one ->
                                    one.getLabelSelector()
                                            .getMatchLabels()
                                            .equals(
                                                    deployment
                                                            .getSpec()
                                                            .getSelector()
                                                            .getMatchLabels()))
                    .extracting("topologyKey")
                    .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
        }
    }

    static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    static EnvVar env(Container container, String name) {
        return container.getEnv().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }

    private static long seconds(EnvVar time) {
        return Long.parseLong(time.getValue().replace("s", ""));
    }
}
