package cme.chassis.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who is calling. Which roles and claims there are, and what they allow, each service says itself.
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /// The `sub` of the token: what an event log names as the one who did it.
    public String subject() {
        return Optional.ofNullable(token.getSubject()).orElse("unknown");
    }

    /// A text claim of the token; empty when it is missing, blank or no text.
    public Optional<String> claim(String name) {
        return claim(token, name);
    }

    static Optional<String> claim(JsonWebToken token, String name) {
        return token.<Object>claim(name)
                .map(value -> value instanceof jakarta.json.JsonString s ? s.getString() : value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(value -> !value.isBlank());
    }
}
