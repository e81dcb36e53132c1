package cme.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.kafka.Kafka;
import cme.stack.process.DataFolder;
import cme.stack.token.SigningKey;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
    private static final Ports PORTS = new Ports(18081);
    private static final SigningKey KEY = SigningKey.generate();

    @TempDir Path temporary;

    private Map<String, String> ofPortal() {
        var folder = DataFolder.open(temporary);
        var kafka = new Kafka(folder, PORTS.kafka(), PORTS.kafkaController(), true);
        var environment = new ServiceEnvironment(folder, KEY, kafka);
        return environment.ofPortal(PORTS, 18084, environment.signIn(PORTS));
    }

    @Test
    void thePortalAsksTheServicesOfItsStack() {
        assertThat(ofPortal())
                .containsEntry("QUARKUS_REST_CLIENT_CATALOG_URL", "http://127.0.0.1:18081")
                .containsEntry("QUARKUS_REST_CLIENT_CREDIT_URL", "http://127.0.0.1:18082")
                .containsEntry("QUARKUS_REST_CLIENT_COMPLIANCE_URL", "http://127.0.0.1:18083")
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:18085")
                .containsEntry("CME_PORTAL_CALENDAR_ADDRESS", "http://127.0.0.1:18083");
    }

    @Test
    void thePortalGetsNoKeyButItsOwnTwoWhichStay() {
        assertThat(ofPortal().keySet())
                .filteredOn(name -> name.matches(".*(SECRET|PASSWORD|KEY|KEYS).*"))
                .containsExactlyInAnyOrder(
                        "QUARKUS_OIDC_CREDENTIALS_SECRET", "CME_PORTAL_COOKIE_SECRET");
        assertThat(ofPortal().keySet())
                .noneMatch(name -> name.contains("DATASOURCE") || name.contains("KAFKA"));
        assertThat(ofPortal().get("CME_PORTAL_COOKIE_SECRET"))
                .hasSizeGreaterThanOrEqualTo(32)
                .isEqualTo(ofPortal().get("CME_PORTAL_COOKIE_SECRET"));
    }
}
