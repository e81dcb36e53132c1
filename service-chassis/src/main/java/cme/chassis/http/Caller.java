package cme.chassis.http;

import cme.chassis.json.PlainText;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The caller of a request, as the token describes it. Each service defines its roles and claims
/// and the rights that they give.
@RequestScoped
public class Caller {

    static final String SUBJECT = "sub";

    /// OpenID Connect bounds a subject so (Core, section 2).
    private static final int MAX_LENGTH = 255;

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
        return claim(SUBJECT).orElse("unknown");
    }

    /// A text claim of the token. Empty when it is missing, blank, longer than 255 characters, not
    /// a text, or one with characters that are not seen.
    public Optional<String> claim(String name) {
        return claim(token, name);
    }

    /// The same of a token.
    public static Optional<String> claim(JsonWebToken token, String name) {
        return token.<Object>claim(name)
                .map(value -> value instanceof JsonString text ? text.getString() : value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(value -> !value.isBlank() && value.length() <= MAX_LENGTH)
                .filter(PlainText::is);
    }
}
