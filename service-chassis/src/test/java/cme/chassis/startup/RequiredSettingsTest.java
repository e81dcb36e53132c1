package cme.chassis.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
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
                    "kafka.bootstrap.servers", "kafka-1:9092, kafka-2:9092",
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
                        "KAFKA_BOOTSTRAP_SERVERS",
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
    void kafkaNeedsAPort() {
        assertThat(problems(Map.of("kafka.bootstrap.servers", "kafka")))
                .containsExactly("KAFKA_BOOTSTRAP_SERVERS must be host:port, several with commas.");
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
    void aKeyReplacesAnIssuer() throws GeneralSecurityException {
        assertThat(problems(Map.of("quarkus.oidc.auth-server-url", "", KEY, publicKey())))
                .isEmpty();
    }

    @Test
    void anInvalidKeyIsRefusedWithoutShowingIt() {
        assertThat(problems(Map.of("quarkus.oidc.auth-server-url", "", KEY, "bm9uZQ==")))
                .containsExactly(
                        "QUARKUS_OIDC_PUBLIC_KEY must be an RSA public key in base64 (X.509, PEM"
                                + " or bare).");
    }

    private static String publicKey() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static List<String> problems(Map<String, String> changes) {
        var settings = new HashMap<>(COMPLETE);
        settings.putAll(changes);
        var config = new SmallRyeConfigBuilder().withDefaultValues(settings).build();
        return new RequiredSettings(config).problems();
    }
}
