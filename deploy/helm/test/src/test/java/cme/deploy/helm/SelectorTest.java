package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import cme.deploy.helm.Chart.ValueSet;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every selector selects something, and every name names something.
class SelectorTest {

    @ParameterizedTest
    @EnumSource
    void aDeploymentSelectsItsOwnPodsAndNoOthers(ValueSet values) {
        var objects = Chart.of(values);
        for (var deployment : objects.of(Deployment.class)) {
            assertThat(selected(objects, deployment.getSpec().getSelector().getMatchLabels()))
                    .containsExactly(deployment.getMetadata().getName());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceSelectsOnePartAndItsPorts(ValueSet values) {
        var objects = Chart.of(values);
        for (var service : objects.of(Service.class)) {
            var name = service.getMetadata().getName();
            var part = name.replace("-instances", "");
            assertThat(selected(objects, service.getSpec().getSelector()))
                    .as(name)
                    .containsExactly(part);
            if (PodTest.PARTS.contains(part)) {
                assertThat(service.getSpec().getPorts())
                        .extracting(port -> port.getTargetPort().getStrVal())
                        .isSubsetOf(ports(objects, part));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPartHasABudgetAndAnAccount(ValueSet values) {
        var objects = Chart.of(values);
        var budgets = objects.of(PodDisruptionBudget.class);
        assertThat(budgets)
                .allMatch(budget -> budget.getSpec().getMaxUnavailable().getIntVal() == 1)
                .flatExtracting(
                        budget ->
                                selected(objects, budget.getSpec().getSelector().getMatchLabels()))
                .containsExactlyInAnyOrderElementsOf(PodTest.PARTS);
        assertThat(objects.of(Deployment.class))
                .extracting(one -> PodTest.pod(one).getServiceAccountName())
                .containsExactlyInAnyOrderElementsOf(objects.named("ServiceAccount").keySet());
    }

    @ParameterizedTest
    @EnumSource
    void theIngressLeadsToTheGateway(ValueSet values) {
        var objects = Chart.of(values);
        for (var ingress : objects.of(Ingress.class)) {
            var spec = ingress.getSpec();
            assertThat(spec.getRules()).singleElement();
            var paths = spec.getRules().getFirst().getHttp().getPaths();
            assertThat(paths).singleElement();
            var backend = paths.getFirst().getBackend().getService();
            assertThat(backend.getName()).isEqualTo("gateway");
            assertThat(
                            objects.of(Service.class).stream()
                                    .filter(one -> one.getMetadata().getName().equals("gateway"))
                                    .flatMap(one -> one.getSpec().getPorts().stream()))
                    .anyMatch(port -> port.getName().equals(backend.getPort().getName()));
            assertThat(spec.getTls().getFirst().getHosts())
                    .containsExactly(spec.getRules().getFirst().getHost());
        }
        assertThat(objects.of(Ingress.class)).hasSize(values == ValueSet.EXISTING ? 0 : 1);
    }

    /// The gateway asks for these names, and the portal for those without an ending.
    @ParameterizedTest
    @EnumSource
    void everyNameThatTheGatewayAsksForIsAService(ValueSet values) {
        var objects = Chart.of(values);
        var gateway = PodTest.pod(objects.deployment("gateway")).getContainers().getFirst();
        var suffix = PodTest.env(gateway, "CME_GATEWAY_NAME_SUFFIX").getValue();
        assertThat(suffix).isEqualTo("-instances." + Chart.NAMESPACE + ".svc.cluster.local");
        assertThat(objects.named("Service"))
                .containsKeys(
                        "catalog-service-instances",
                        "credit-service-instances",
                        "compliance-service-instances",
                        "portal-instances");
        assertThat(objects.named("Service").containsKey("keycloak-instances"))
                .isEqualTo(values != ValueSet.EXISTING);
        var portal = PodTest.pod(objects.deployment("portal")).getContainers().getFirst();
        for (var name : List.of("catalog", "credit", "compliance")) {
            var service = objects.named("Service").get(name + "-service");
            assertThat(
                            PodTest.env(
                                            portal,
                                            "QUARKUS_REST_CLIENT_%s_URL"
                                                    .formatted(name.toUpperCase(Locale.ROOT)))
                                    .getValue())
                    .isEqualTo(
                            "http://%s-service:%s"
                                    .formatted(name, service.at("/spec/ports/0/port").asText()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyNetworkPolicySelectsPodsAndEveryPeerIsThere(ValueSet values) {
        var objects = Chart.of(values);
        for (var policy : objects.of(NetworkPolicy.class)) {
            var name = policy.getMetadata().getName();
            assertThat(selected(objects, policy.getSpec().getPodSelector().getMatchLabels()))
                    .as(name)
                    .isNotEmpty();
            policy.getSpec().getIngress().stream()
                    .flatMap(rule -> rule.getFrom().stream())
                    .filter(
                            peer ->
                                    peer.getNamespaceSelector() == null
                                            && peer.getPodSelector() != null)
                    .forEach(
                            peer ->
                                    assertThat(
                                                    selected(
                                                            objects,
                                                            peer.getPodSelector().getMatchLabels()))
                                            .as(name)
                                            .isNotEmpty());
            policy.getSpec().getEgress().stream()
                    .flatMap(rule -> rule.getTo().stream())
                    .filter(peer -> peer.getPodSelector() != null)
                    .forEach(
                            peer ->
                                    assertThat(
                                                    selected(
                                                            objects,
                                                            peer.getPodSelector().getMatchLabels()))
                                            .as(name)
                                            .isNotEmpty());
        }
    }

    /// Pods of operators are not meant: their operators need ways that the chart does not know.
    @ParameterizedTest
    @EnumSource
    void nothingGoesInOrOutOfOurPodsButWhatAPolicyAllows(ValueSet values) {
        var objects = Chart.of(values);
        var deny =
                objects.of(NetworkPolicy.class).stream()
                        .filter(one -> one.getMetadata().getName().equals("default-deny"))
                        .findFirst()
                        .orElseThrow()
                        .getSpec();
        assertThat(selected(objects, deny.getPodSelector().getMatchLabels()))
                .containsExactlyInAnyOrderElementsOf(PodTest.PARTS);
        assertThat(deny.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(deny.getIngress()).isEmpty();
        assertThat(deny.getEgress()).isEmpty();
    }

    /// The policies let a part call its neighbours and no others.
    @ParameterizedTest
    @EnumSource
    void thePortalReachesTheServicesAndNeitherDatabasesNorEvents(ValueSet values) {
        var objects = Chart.of(values);
        assertThat(called(objects, "portal"))
                .contains("catalog-service", "credit-service", "compliance-service")
                .doesNotContain("gateway")
                .noneMatch(name -> name.endsWith("-database") || name.startsWith("kafka"));
        for (var service : List.of("catalog", "credit", "compliance")) {
            assertThat(called(objects, service + "-service"))
                    .doesNotContainAnyElementsOf(PodTest.PARTS)
                    .filteredOn(name -> name.endsWith("-database"))
                    .isSubsetOf(service + "-database");
        }
        assertThat(called(objects, "gateway"))
                .contains("portal", "credit-service")
                .noneMatch(name -> name.endsWith("-database") || name.startsWith("kafka"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void prometheusFindsEveryInstanceOnce(ValueSet values) {
        var objects = Chart.of(values);
        var monitor = objects.of(ServiceMonitor.class).getFirst().getSpec();
        var wanted = monitor.getSelector().getMatchLabels().entrySet();
        var found =
                objects.of(Service.class).stream()
                        .filter(one -> one.getMetadata().getLabels().entrySet().containsAll(wanted))
                        .toList();
        assertThat(found)
                .extracting(one -> one.getMetadata().getLabels().get(monitor.getJobLabel()))
                .containsExactlyInAnyOrder(
                        "catalog-service", "credit-service", "compliance-service", "portal");
        var endpoint = monitor.getEndpoints().getFirst();
        assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
        assertThat(found)
                .allMatch(
                        one ->
                                one.getSpec().getPorts().stream()
                                        .anyMatch(
                                                port -> port.getName().equals(endpoint.getPort())));
    }

    /// The kinds of pods that a part may call.
    private static Set<String> called(Objects objects, String part) {
        var labels = objects.pods().get(part);
        var called = new TreeSet<String>();
        objects.of(NetworkPolicy.class).stream()
                .filter(
                        policy ->
                                labels.entrySet()
                                        .containsAll(
                                                policy.getSpec()
                                                        .getPodSelector()
                                                        .getMatchLabels()
                                                        .entrySet()))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getTo().stream())
                .filter(peer -> peer.getPodSelector() != null)
                .forEach(
                        peer ->
                                called.addAll(
                                        selected(objects, peer.getPodSelector().getMatchLabels())));
        return called;
    }

    private static List<String> selected(Objects objects, Map<String, String> selector) {
        assertThat(selector).isNotEmpty();
        return objects.pods().entrySet().stream()
                .filter(pod -> pod.getValue().entrySet().containsAll(selector.entrySet()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> ports(Objects objects, String part) {
        return PodTest.pod(objects.deployment(part)).getContainers().getFirst().getPorts().stream()
                .map(port -> port.getName())
                .toList();
    }
}
