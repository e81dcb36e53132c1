package cme.deploy.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The objects that a value set makes.
///
/// @param all as Helm wrote them
record Objects(List<JsonNode> all) {

    /// The objects of a kind, by their models.
    <T extends HasMetadata> List<T> of(Class<T> model) {
        return all.stream()
                .filter(object -> object.path("kind").asText().equals(model.getSimpleName()))
                .map(object -> model.cast(read(object)))
                .toList();
    }

    /// The objects of a kind as Helm wrote them, by name.
    Map<String, JsonNode> named(String kind) {
        var named = new TreeMap<String, JsonNode>();
        all.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .forEach(object -> named.put(name(object), object));
        return named;
    }

    Deployment deployment(String name) {
        return of(Deployment.class).stream()
                .filter(one -> one.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Stream<Container> containers() {
        return of(Deployment.class).stream()
                .flatMap(one -> one.getSpec().getTemplate().getSpec().getContainers().stream());
    }

    /// The labels of each kind of pod, by its name: those of the chart, and those that operators
    /// give to the pods of the chart's objects.
    Map<String, Map<String, String>> pods() {
        var pods = new TreeMap<String, Map<String, String>>();
        of(Deployment.class)
                .forEach(
                        one ->
                                pods.put(
                                        one.getMetadata().getName(),
                                        one.getSpec().getTemplate().getMetadata().getLabels()));
        named("Cluster").keySet().forEach(name -> pods.put(name, Map.of("cnpg.io/cluster", name)));
        named("Keycloak")
                .keySet()
                .forEach(
                        name ->
                                pods.put(
                                        name,
                                        Map.of(
                                                "app",
                                                "keycloak",
                                                "app.kubernetes.io/instance",
                                                name,
                                                "app.kubernetes.io/managed-by",
                                                "keycloak-operator")));
        named("KafkaNodePool")
                .forEach(
                        (name, pool) ->
                                pods.put(
                                        "kafka-" + name,
                                        Map.of(
                                                "strimzi.io/cluster",
                                                pool.at("/metadata/labels/strimzi.io~1cluster")
                                                        .asText(),
                                                "strimzi.io/kind",
                                                "Kafka",
                                                "strimzi.io/pool-name",
                                                name)));
        return pods;
    }

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    private static HasMetadata read(JsonNode object) {
        try {
            return StrictModels.read(object).orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(Chart.text(object), e);
        }
    }
}
