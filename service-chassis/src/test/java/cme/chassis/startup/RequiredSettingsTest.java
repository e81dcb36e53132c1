package cme.chassis.startup;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.token.SigningKey;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {

    private static final Map<String, String> COMPLETE =
            Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://postgres:5432/credit",
                    "quarkus.datasource.username", "credit",
                    "quarkus.datasource.password", "secret",
                    "quarkus.flyway.username", "credit_owner",
                    "quarkus.flyway.password", "another",
                    "kafka.bootstrap.servers", "kafka-1:9092, kafka-2:9092",
                    "cme.chassis.sealing-keys", "2026:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    "quarkus.oidc.auth-server-url", "https://id.board.example/realms/cme");

    private static final String KEY = "quarkus.oidc.public-key";

    @Test
    void completeSettingsHaveNoProblems() {
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void everyMissingSettingIsNamed() {
        var nothing = new HashMap<String, String>();
        COMPLETE.keySet().forEach(name -> nothing.put(name, " "));
        assertThat(problems(nothing))
                .extracting(problem -> problem.split(" ")[0])
                .containsExactly(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "QUARKUS_FLYWAY_USERNAME",
                        "QUARKUS_FLYWAY_PASSWORD",
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "CME_CHASSIS_SEALING_KEYS",
                        "QUARKUS_OIDC_AUTH_SERVER_URL");
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertThat(problems(Map.of("quarkus.datasource.jdbc.url", "jdbc:h2:mem:credit")))
                .containsExactly(
                        "QUARKUS_DATASOURCE_JDBC_URL must be a URL such as"
                                + " jdbc:postgresql://postgres:5432/credit.");
    }

    @Test
    void theOwnerOfTheDatabaseIsAnotherUser() {
        assertThat(problems(Map.of("quarkus.flyway.username", "credit")))
                .containsExactly(
                        "QUARKUS_FLYWAY_USERNAME must be another user than that of this service.");
    }

    @Test
    void anInstanceThatDoesNotMigrateNeedsNoOwner() {
        assertThat(
                        problems(
                                Map.of(
                                        "quarkus.flyway.migrate-at-start", "false",
                                        "quarkus.flyway.username", "",
                                        "quarkus.flyway.password", "")))
                .isEmpty();
    }

    @Test
    void kafkaNeedsAPort() {
        assertThat(problems(Map.of("kafka.bootstrap.servers", "kafka")))
                .containsExactly("KAFKA_BOOTSTRAP_SERVERS must be host:port, several with commas.");
    }

    @Test
    void invalidSealingKeysAreRefusedWithoutShowingThem() {
        assertThat(problems(Map.of("cme.chassis.sealing-keys", "2026:c2hvcnQ=")))
                .containsExactly(
                        "CME_CHASSIS_SEALING_KEYS must be id:key, several with commas, each key 32"
                                + " bytes in base64.");
    }

    @Test
    void anIssuerIsAUrl() {
        for (var issuer : List.of("keycloak", "ftp://id.board.example", "https://a b")) {
            assertThat(problems(Map.of("quarkus.oidc.auth-server-url", issuer)))
                    .containsExactly(
                            "QUARKUS_OIDC_AUTH_SERVER_URL must be an http or https URL without"
                                    + " blanks.");
        }
    }

    @Test
    void aKeyReplacesAnIssuer() {
        var key = SigningKey.generate().publicKey();
        assertThat(problems(Map.of("quarkus.oidc.auth-server-url", "", KEY, key))).isEmpty();
    }

    @Test
    void anInvalidKeyIsRefusedWithoutShowingIt() {
        assertThat(problems(Map.of("quarkus.oidc.auth-server-url", "", KEY, "bm9uZQ==")))
                .containsExactly(
                        "QUARKUS_OIDC_PUBLIC_KEY must be an RSA public key in base64 (X.509, PEM"
                                + " or bare).");
    }

    private static List<String> problems(Map<String, String> changes) {
        var settings = new HashMap<>(COMPLETE);
        settings.putAll(changes);
        var config = new SmallRyeConfigBuilder().withDefaultValues(settings).build();
        return new RequiredSettings(config).problems();
    }
}
