package cme.chassis.caller;

import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Optional;

/// A service that could not tell a valid token from another refuses to start.
@Singleton
class TokenSource {

    private final Optional<String> issuerUrl;
    private final Optional<String> publicKey;

    TokenSource(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuerUrl,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> publicKey) {
        this.issuerUrl = issuerUrl;
        this.publicKey = publicKey;
    }

    void check(@Observes @Priority(1) StartupEvent startup) {
        if (issuerUrl.isEmpty() && publicKey.isEmpty()) {
            throw new IllegalStateException(
                    "No token issuer: set QUARKUS_OIDC_AUTH_SERVER_URL to the URL of the OIDC issuer,"
                            + " or QUARKUS_OIDC_PUBLIC_KEY to its public key.");
        }
    }
}
