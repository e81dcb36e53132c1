package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.deploy.helm.Chart.ValueSet;
import cme.stack.process.ProjectFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Helm takes the chart, and Kubernetes' models take every object of it.
class ChartTest {

    @Test
    void helmHasNothingToSayAboutTheChart() {
        assertLinted(new Helm(Chart.FOLDER).lint().strict().call());
    }

    @ParameterizedTest
    @EnumSource
    void helmHasNothingToSayAboutAValueSet(ValueSet values, @TempDir Path folder)
            throws IOException {
        var chart = Chart.copyTo(folder);
        var merged = Chart.YAML.readTree(Chart.FOLDER.resolve("values.yaml").toFile());
        merge((ObjectNode) merged, Chart.YAML.readTree(values.path().toFile()));
        Chart.YAML.writeValue(chart.resolve("values.yaml").toFile(), merged);
        assertLinted(new Helm(chart).lint().strict().call());
    }

    @ParameterizedTest
    @EnumSource
    void everyObjectIsReadStrictlyOrHasTheFieldsOfItsList(ValueSet values) throws IOException {
        var objects = Chart.of(values).all();
        assertThat(objects).hasSizeGreaterThan(30);
        for (var object : objects) {
            if (StrictModels.read(object).isEmpty()) {
                assertThat(KnownFields.of(object))
                        .as("%s %s", StrictModels.kind(object), Objects.name(object))
                        .isSubsetOf(KnownFields.listed(object));
            }
        }
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsFound() throws IOException {
        var deployment = Chart.of(ValueSet.SMALL).named("Deployment").get("portal").deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("livenesProbe", 1);
        assertThatThrownBy(() -> StrictModels.read(deployment))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("livenesProbe");
        var topic = Chart.of(ValueSet.SMALL).named("KafkaTopic").get("credit.identities.v1");
        var misspelt = topic.deepCopy();
        ((ObjectNode) misspelt.path("spec")).put("replica", 3);
        assertThatThrownBy(() -> StrictModels.read(misspelt))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("replica");
    }

    @ParameterizedTest
    @EnumSource
    void noTwoObjectsHaveTheSameName(ValueSet values) {
        assertThat(Chart.of(values).all())
                .extracting(object -> StrictModels.kind(object) + " " + Objects.name(object))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    publicUrl, '', publicUrl is missing
                    publicUrl, http://credits.board.example, publicUrl must be https
                    images.registry, '', images.registry is missing
                    images.tag, latest, not latest
                    gateway.trustedProxies, null, gateway.trustedProxies is missing
                    gateway.serviceType, LoadBalancer, gateway.certificateSecret is missing
                    networkPolicies.ingressController, null, networkPolicies.ingressController is missing
                    parts.credit-service.autoscaling.maxReplicas, 25, more than kafka.partitions
                    kafka.replicationFactor, 5, more than kafka.brokers.replicas
                    parts.credit-service.replica, 3, replica
                    parts.portal.env.CME_PORTAL_ZONE, UTC, the chart sets this itself
                    parts.portal.resources.limits, null, limits
                    kafka.operator, false, kafka.existing.bootstrapServers is missing
                    keycloak.operator, false, keycloak.existing.url is missing
                    postgres.operator, false, postgres.existing.urls
                    """)
    void aValueThatCannotBeIsRefused(String name, String value, String reason) {
        assertThatThrownBy(() -> Chart.with(ValueSet.LARGE, Map.of(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void theVersionsAreThoseOfTheProject() throws IOException {
        var pom = Files.readString(ProjectFolder.find().resolve("pom.xml"));
        assertThat(pom)
                .containsPattern(
                        "<artifactId>cme</artifactId>\\s+<version>"
                                + Pattern.quote(Chart.appVersion())
                                + "(-SNAPSHOT)?</version>");
        var compose = Files.readString(ProjectFolder.find().resolve("docker-compose.yml"));
        var keycloak = Files.readString(ProjectFolder.find().resolve("deploy/keycloak/Dockerfile"));
        var values = Chart.YAML.readTree(Chart.FOLDER.resolve("values.yaml").toFile());
        assertThat(keycloak).contains("FROM " + values.at("/keycloak/image").asText() + "\n");
        assertThat(values.at("/postgres/image").asText())
                .contains(
                        ":" + compose.replaceAll("(?s).*image: postgres:([0-9.]+).*", "$1") + "-");
    }

    private static void assertLinted(LintResult result) {
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
        assertThat(result.getMessages())
                .noneMatch(message -> message.contains("[WARNING]") || message.contains("[ERROR]"));
    }

    private static void merge(ObjectNode target, JsonNode changes) {
        changes.properties()
                .forEach(
                        change -> {
                            var old = target.get(change.getKey());
                            if (old instanceof ObjectNode inner && change.getValue().isObject()) {
                                merge(inner, change.getValue());
                            } else {
                                target.set(change.getKey(), change.getValue());
                            }
                        });
    }
}
