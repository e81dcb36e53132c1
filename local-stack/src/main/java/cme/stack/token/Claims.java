package cme.stack.token;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The claims of a token. [Tokens] makes valid ones; each `with` method makes one claim invalid, to
/// test that a service refuses it.
public record Claims(
        String issuer,
        String audience,
        String subject,
        String role,
        Map<String, String> details,
        Instant issuedAt,
        Instant expiresAt) {
    public Claims {
        details = Map.copyOf(details);
    }

    public Claims withIssuer(String other) {
        return new Claims(other, audience, subject, role, details, issuedAt, expiresAt);
    }

    public Claims withAudience(String other) {
        return new Claims(issuer, other, subject, role, details, issuedAt, expiresAt);
    }

    public Claims withSubject(String other) {
        return new Claims(issuer, audience, other, role, details, issuedAt, expiresAt);
    }

    /// Further claims, such as `provider`; they replace those of the same name.
    public Claims withDetails(Map<String, String> others) {
        return new Claims(issuer, audience, subject, role, others, issuedAt, expiresAt);
    }

    /// The same, valid for so long.
    public Claims withLifetime(Duration lifetime) {
        return new Claims(
                issuer, audience, subject, role, details, issuedAt, issuedAt.plus(lifetime));
    }

    /// The same, issued and expired that much earlier.
    public Claims earlier(Duration age) {
        return new Claims(
                issuer,
                audience,
                subject,
                role,
                details,
                issuedAt.minus(age),
                expiresAt.minus(age));
    }

    /// A signed JWT (RFC 7519) in compact form.
    public String signedWith(SigningKey key) {
        String body =
                Json.base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + Json.base64(payload());
        return body + "." + Json.base64(key.sign(body));
    }

    private String payload() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("iss", Json.quoted(issuer));
        members.put("aud", Json.quoted(audience));
        members.put("sub", Json.quoted(subject));
        members.put("iat", Long.toString(issuedAt.getEpochSecond()));
        members.put("exp", Long.toString(expiresAt.getEpochSecond()));
        members.put("jti", Json.quoted(UUID.randomUUID().toString()));
        members.put("groups", "[" + Json.quoted(role) + "]");
        details.forEach((name, value) -> members.put(name, Json.quoted(value)));
        return Json.object(members);
    }
}
