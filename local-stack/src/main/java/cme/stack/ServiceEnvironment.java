package cme.stack;

import cme.stack.kafka.Kafka;
import cme.stack.postgres.Database;
import cme.stack.process.DataFolder;
import cme.stack.service.ChainKey;
import cme.stack.service.Service;
import cme.stack.signin.SignIn;
import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;

import java.util.HashMap;
import java.util.Map;

/// The environment variables of a service on this machine, besides those of its ports.
record ServiceEnvironment(DataFolder folder, SigningKey key, Kafka kafka) {
    private static final int COOKIE_SECRET_BYTES = 32;

    /// @param name of the database
    Map<String, String> withDatabase(Service service, String name, Database database) {
        var all = new HashMap<>(EventSettings.of(service, kafka, folder));
        all.put("CME_CHASSIS_TOPICS_REPLICATION_FACTOR", Integer.toString(kafka.copies()));
        all.put("QUARKUS_OIDC_PUBLIC_KEY", key.publicKey());
        all.put("QUARKUS_OIDC_TOKEN_ISSUER", Tokens.ISSUER);
        all.put("QUARKUS_OIDC_TOKEN_AUDIENCE", Tokens.AUDIENCE);
        all.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        all.put("QUARKUS_DATASOURCE_USERNAME", database.service().username());
        all.put("QUARKUS_DATASOURCE_PASSWORD", database.service().password());
        all.put("QUARKUS_FLYWAY_USERNAME", database.owner().username());
        all.put("QUARKUS_FLYWAY_PASSWORD", database.owner().password());
        all.put("CME_CHASSIS_SEALING_KEYS", SealingKeys.of(folder, name));
        all.put("CME_CHASSIS_CHAIN_SIGNING_KEY", ChainKey.of(folder, service));
        return Map.copyOf(all);
    }

    SignIn.Settings signIn(Ports ports) {
        return SignInSettings.of(folder, ports, key);
    }

    /// Cookies do not tell ports of a host apart: its port keeps those of two portals apart.
    Map<String, String> ofPortal(Ports ports, int port, SignIn.Settings signIn) {
        String number = Integer.toString(port);
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "QUARKUS_REST_CLIENT_CATALOG_URL", url(ports, Service.CATALOG),
                                "QUARKUS_REST_CLIENT_CREDIT_URL", url(ports, Service.CREDIT),
                                "QUARKUS_REST_CLIENT_COMPLIANCE_URL",
                                        url(ports, Service.COMPLIANCE),
                                "QUARKUS_OIDC_AUTH_SERVER_URL", signIn.address(),
                                "QUARKUS_OIDC_CLIENT_ID", SignIn.CLIENT,
                                "QUARKUS_OIDC_CREDENTIALS_SECRET", signIn.clientSecret(),
                                "QUARKUS_OIDC_AUTHENTICATION_COOKIE_SUFFIX", number,
                                "CME_PORTAL_COOKIE_SUFFIX", "_" + number,
                                "CME_PORTAL_SIGN_IN_ADDRESS", signIn.address(),
                                "CME_PORTAL_COOKIE_SECRET",
                                        folder.randomSecret(
                                                "portal-cookies.key", COOKIE_SECRET_BYTES)));
        // Without a gateway, calendar programs reach the service itself.
        all.put("CME_PORTAL_CALENDAR_ADDRESS", url(ports, Service.COMPLIANCE));
        return Map.copyOf(all);
    }

    private static String url(Ports ports, Service service) {
        return "http://127.0.0.1:" + ports.http(service);
    }
}
