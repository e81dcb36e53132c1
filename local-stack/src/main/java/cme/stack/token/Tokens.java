package cme.stack.token;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Tokens for the roles of the system, each valid for {@link #LIFETIME} from now.
public record Tokens(SigningKey key) {
    public static final String ISSUER = "https://cme.local";
    public static final String AUDIENCE = "cme";
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /// The board's staff: may do everything that a person may.
    public String board() {
        return claims("board", "board", Map.of()).signedWith(key);
    }

    /// A society's meeting system.
    ///
    /// @param provider the society's code, such as `ASPS`
    public String society(String provider) {
        return claims("society", provider, Map.of("provider", provider)).signedWith(key);
    }

    /// A surgeon, who sees their own data.
    public String diplomate(String diplomateId) {
        return claims("diplomate", diplomateId, Map.of("diplomate_id", diplomateId))
                .signedWith(key);
    }

    /// A token for operators.
    public String ops() {
        return claims("ops", "ops", Map.of()).signedWith(key);
    }

    /// The claims of a token of this role, to be changed before they are signed.
    public static Claims claims(String role, String subject, Map<String, String> details) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Claims(ISSUER, AUDIENCE, subject, role, details, now, now.plus(LIFETIME));
    }
}
