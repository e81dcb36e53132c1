package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import cme.deploy.helm.Chart.ValueSet;
import cme.stack.process.ProjectFolder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The rules, the dashboard and the realm are those of `deploy`.
class SharedFilesTest {

    private static final Path DEPLOY = ProjectFolder.find().resolve("deploy");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theAlertRulesAreTheFile() throws IOException {
        var rules = Chart.YAML.readTree(DEPLOY.resolve("monitoring/alerts.yml").toFile());
        assertThat(Chart.of(ValueSet.SMALL).named("PrometheusRule").get("cme").path("spec"))
                .isEqualTo(rules);
    }

    @Test
    void theDashboardIsTheFile() throws IOException {
        var map = Chart.of(ValueSet.SMALL).named("ConfigMap").get("cme-dashboard");
        assertThat(JSON.readTree(map.at("/data/credit-tracking.json").asText()))
                .isEqualTo(
                        JSON.readTree(
                                DEPLOY.resolve("monitoring/grafana-dashboard.json").toFile()));
        assertThat(map.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
    }

    /// Its people are for trials; accounts of clients stay.
    @Test
    void theRealmIsTheFileWithoutItsPeople() throws IOException {
        var publicUrl =
                Chart.YAML.readTree(ValueSet.LARGE.path().toFile()).path("publicUrl").asText();
        var file =
                Files.readString(DEPLOY.resolve("keycloak/realm.json"))
                        .replace("${CME_PUBLIC_URL}", publicUrl);
        var wanted = JSON.readTree(file);
        var users = JsonNodeFactory.instance.arrayNode();
        wanted.path("users")
                .valueStream()
                .filter(user -> user.has("serviceAccountClientId"))
                .forEach(users::add);
        ((ObjectNode) wanted).set("users", users);
        var realm = Chart.of(ValueSet.LARGE).named("KeycloakRealmImport").get("cme").path("spec");
        assertThat(realm.path("realm")).isEqualTo(wanted);
        assertThat(users).hasSize(4);
    }

    /// A secret of a client is a placeholder, which Keycloak's operator reads from a Secret.
    @Test
    void everyPlaceholderOfTheRealmHasAValue() {
        var spec = Chart.of(ValueSet.LARGE).named("KeycloakRealmImport").get("cme").path("spec");
        var placeholders =
                Pattern.compile("\\$\\{([A-Z_]+)}")
                        .matcher(spec.path("realm").toString())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(spec.path("placeholders").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(placeholders);
        assertThat(spec.at("/realm/clients"))
                .filteredOn(client -> client.has("secret"))
                .hasSize(5)
                .allMatch(client -> client.path("secret").asText().matches("\\$\\{[A-Z_]+}"));
    }
}
