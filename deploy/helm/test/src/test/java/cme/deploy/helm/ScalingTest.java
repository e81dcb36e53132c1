package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import cme.deploy.helm.Chart.ValueSet;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The number of instances is within limits, and the databases have the room for them.
class ScalingTest {

    /// Connections of people, backups and the operator.
    private static final int RESERVE = 20;

    @Test
    void aLargeInstallationHasTwoOfEverything() {
        assertThat(mostAndLeast(Chart.of(ValueSet.LARGE)))
                .containsOnlyKeys(PodTest.PARTS)
                .allSatisfy((name, counts) -> assertThat(counts.least()).as(name).isGreaterThan(1));
        assertThat(Chart.of(ValueSet.LARGE).named("Cluster").values())
                .hasSize(4)
                .allMatch(cluster -> cluster.at("/spec/instances").asInt() >= 2);
        assertThat(
                        Chart.of(ValueSet.LARGE)
                                .named("Keycloak")
                                .get("keycloak")
                                .at("/spec/instances")
                                .asInt())
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsScaledIsThereAndHasOneMasterOnly(ValueSet values) {
        var objects = Chart.of(values);
        var scaled = new ArrayList<String>();
        objects.of(HorizontalPodAutoscaler.class)
                .forEach(one -> scaled.add(one.getSpec().getScaleTargetRef().getName()));
        objects.named("ScaledObject")
                .values()
                .forEach(one -> scaled.add(one.at("/spec/scaleTargetRef/name").asText()));
        assertThat(scaled).doesNotHaveDuplicates().isSubsetOf(PodTest.PARTS);
        for (var deployment : objects.of(Deployment.class)) {
            assertThat(deployment.getSpec().getReplicas() == null)
                    .as(deployment.getMetadata().getName())
                    .isEqualTo(scaled.contains(deployment.getMetadata().getName()));
        }
    }

    @Test
    void postingAndReadingGrowByThemselves() {
        var objects = Chart.of(ValueSet.LARGE);
        assertThat(objects.of(HorizontalPodAutoscaler.class))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.getSpec().getScaleTargetRef().getName())
                                    .isEqualTo("credit-service");
                            assertThat(
                                            one.getSpec()
                                                    .getMetrics()
                                                    .getFirst()
                                                    .getResource()
                                                    .getName())
                                    .isEqualTo("cpu");
                        });
        var byLag = objects.named("ScaledObject").get("compliance-service");
        assertThat(byLag.at("/spec/triggers").valueStream().map(one -> one.path("type").asText()))
                .containsExactly("cpu", "prometheus");
        assertThat(byLag.at("/spec/triggers/1/metadata/query").asText())
                .isEqualTo(
                        "sum(cme_projection_lag{job=\"compliance-service\",namespace=\"%s\"})"
                                .formatted(Chart.NAMESPACE));
        assertThat(Chart.of(ValueSet.SMALL).named("ScaledObject")).isEmpty();
    }

    @Test
    void withoutKedaReadingGrowsByCpu() {
        var objects =
                Chart.with(
                        ValueSet.LARGE,
                        Map.of("parts.compliance-service.autoscaling.keda", "null"));
        assertThat(objects.of(HorizontalPodAutoscaler.class))
                .extracting(one -> one.getSpec().getScaleTargetRef().getName())
                .containsExactlyInAnyOrder("compliance-service", "credit-service");
        assertThat(objects.named("ScaledObject")).isEmpty();
    }

    /// All instances, and the one more that a rollout has, fit into the database.
    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void theConnectionsOfAllInstancesFitIntoTheDatabase(ValueSet values) {
        var objects = Chart.of(values);
        for (var service : List.of("catalog", "credit", "compliance")) {
            var container =
                    PodTest.pod(objects.deployment(service + "-service"))
                            .getContainers()
                            .getFirst();
            var each =
                    Integer.parseInt(
                            PodTest.env(container, "QUARKUS_DATASOURCE_JDBC_MAX_SIZE").getValue());
            var most = mostAndLeast(objects).get(service + "-service").most();
            assertThat((most + 1) * each + RESERVE)
                    .as(service)
                    .isLessThanOrEqualTo(
                            objects.named("Cluster")
                                    .get(service + "-database")
                                    .at("/spec/postgresql/parameters/max_connections")
                                    .asInt());
        }
    }

    private record Counts(int least, int most) {}

    private static Map<String, Counts> mostAndLeast(Objects objects) {
        var counts = new TreeMap<String, Counts>();
        for (var deployment : objects.of(Deployment.class)) {
            var replicas = deployment.getSpec().getReplicas();
            if (replicas != null) {
                counts.put(deployment.getMetadata().getName(), new Counts(replicas, replicas));
            }
        }
        for (var one : objects.of(HorizontalPodAutoscaler.class)) {
            counts.put(
                    one.getSpec().getScaleTargetRef().getName(),
                    new Counts(one.getSpec().getMinReplicas(), one.getSpec().getMaxReplicas()));
        }
        for (JsonNode one : objects.named("ScaledObject").values()) {
            counts.put(
                    one.at("/spec/scaleTargetRef/name").asText(),
                    new Counts(
                            one.at("/spec/minReplicaCount").asInt(),
                            one.at("/spec/maxReplicaCount").asInt()));
        }
        return counts;
    }
}
