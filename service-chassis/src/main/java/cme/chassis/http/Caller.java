package cme.chassis.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The caller of a request, as the token describes it. Each service defines its roles and claims
/// and the rights that they give.
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

    /// The `sub` of the token, which the event log names as the author of a change.
    public String subject() {
        return Optional.ofNullable(token.getSubject()).orElse("unknown");
    }

    /// A text claim of the token; empty when it is missing, blank or not a text.
    public Optional<String> claim(String name) {
        return claim(token, name);
    }

    /// The same of a token.
    public static Optional<String> claim(JsonWebToken token, String name) {
        return token.<Object>claim(name)
                .map(value -> value instanceof jakarta.json.JsonString s ? s.getString() : value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(value -> !value.isBlank());
    }
}
