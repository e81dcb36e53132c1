package cme.chassis.startup;

import cme.chassis.secret.KeyRing;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// The settings that have no default: the database, Kafka, the keys of secrets and the issuer of
/// tokens. They are checked before anything is started, because later failures would not name the
/// missing setting.
final class RequiredSettings {

    private static final String ISSUER = "quarkus.oidc.auth-server-url";
    private static final String KEY = "quarkus.oidc.public-key";

    private final Config config;
    private final List<String> problems = new ArrayList<>();

    RequiredSettings(Config config) {
        this.config = config;
    }

    /// Returns one sentence for each setting that is missing or wrong. It does not contain the
    /// value, which may be a secret.
    List<String> problems() {
        problems.clear();
        require("quarkus.datasource.jdbc.url", "the service's own database")
                .filter(url -> !url.startsWith("jdbc:postgresql:"))
                .ifPresent(_ -> wrong("quarkus.datasource.jdbc.url", databaseForm()));
        require("quarkus.datasource.username", "the database's user of this service");
        require("quarkus.datasource.password", "the password of that user");
        if (config.getOptionalValue("quarkus.flyway.migrate-at-start", Boolean.class)
                .orElse(true)) {
            require("quarkus.flyway.username", "the owner of the database, who migrates")
                    .filter(
                            owner ->
                                    value("quarkus.datasource.username").equals(Optional.of(owner)))
                    .ifPresent(
                            _ ->
                                    wrong(
                                            "quarkus.flyway.username",
                                            "another user than that of this service"));
            require("quarkus.flyway.password", "the password of the owner");
        }
        require("kafka.bootstrap.servers", "Kafka, such as kafka:9092")
                .filter(
                        servers ->
                                !servers.matches(
                                        "[^\\s,:]+:\\d{1,5}(\\s*,\\s*[^\\s,:]+:\\d{1,5})*"))
                .ifPresent(_ -> wrong("kafka.bootstrap.servers", "host:port, several with commas"));
        require("cme.chassis.sealing-keys", "the keys that secrets are stored with")
                .filter(text -> !isKeyRing(text))
                .ifPresent(
                        _ ->
                                wrong(
                                        "cme.chassis.sealing-keys",
                                        "id:key, several with commas, each key 32 bytes in"
                                                + " base64"));
        checkTokens();
        return List.copyOf(problems);
    }

    private static String databaseForm() {
        return "a URL such as jdbc:postgresql://postgres:5432/credit";
    }

    /// A service that cannot validate tokens refuses to start.
    private void checkTokens() {
        Optional<String> issuer = value(ISSUER);
        Optional<String> key = value(KEY);
        if (issuer.isEmpty() && key.isEmpty()) {
            problems.add(
                    "%s is missing: the URL of the OIDC issuer (or %s: its public key)."
                            .formatted(variable(ISSUER), variable(KEY)));
        }
        issuer.filter(url -> !isHttp(url))
                .ifPresent(_ -> wrong(ISSUER, "an http or https URL without blanks"));
        key.filter(text -> !isRsaKey(text))
                .ifPresent(_ -> wrong(KEY, "an RSA public key in base64 (X.509, PEM or bare)"));
    }

    private static boolean isKeyRing(String text) {
        try {
            return KeyRing.parse(text) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isRsaKey(String text) {
        try {
            String bare = text.replaceAll("-----[A-Z ]+-----|\\s", "");
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(bare));
            return KeyFactory.getInstance("RSA").generatePublic(spec) != null;
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return false;
        }
    }

    private Optional<String> require(String name, String meaning) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            problems.add("%s is missing: %s.".formatted(variable(name), meaning));
        }
        return value;
    }

    private void wrong(String name, String form) {
        problems.add("%s must be %s.".formatted(variable(name), form));
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    /// The name of the environment variable of a setting (MicroProfile Config).
    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
