package cme.stack.signin;

import cme.stack.token.Claims;
import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives the portal tokens for a code or a refresh token.
final class TokenEndpoint {
    private final SigningKey key;
    private final String secret;
    private final Grants grants;
    private volatile Duration lifetime = Tokens.LIFETIME;

    TokenEndpoint(SigningKey key, String secret, Grants grants) {
        this.key = key;
        this.secret = secret;
        this.grants = grants;
    }

    void setLifetime(Duration chosen) {
        lifetime = chosen;
    }

    /// @param authorization the header
    Reply answer(@Nullable String authorization, Parameters form) {
        if (!isPortal(authorization)) {
            return error(401, "invalid_client");
        }
        return switch (form.get("grant_type").orElse("")) {
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> refresh(form);
            default -> error(400, "unsupported_grant_type");
        };
    }

    private boolean isPortal(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2
                    && decoded(parts[0]).equals(SignIn.CLIENT)
                    && MessageDigest.isEqual(bytes(decoded(parts[1])), bytes(secret));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Reply redeem(Parameters form) {
        return form.get("code")
                .flatMap(grants::take)
                .filter(code -> form.has("redirect_uri", code.request().redirect().toString()))
                .filter(code -> matches(code.request().challenge(), form.get("code_verifier")))
                .map(code -> tokens(grants.open(code.person()), code.request().nonce()))
                .orElseGet(() -> error(400, "invalid_grant"));
    }

    private static boolean matches(String challenge, Optional<String> verifier) {
        return verifier.filter(text -> challenge.equals(challengeOf(text))).isPresent();
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply refresh(Parameters form) {
        return form.get("refresh_token")
                .flatMap(grants::session)
                .map(session -> tokens(session, Optional.empty()))
                .orElseGet(() -> error(400, "invalid_grant"));
    }

    private Reply tokens(Grants.Session session, Optional<String> nonce) {
        Person person = session.person();
        Duration valid = lifetime;
        Claims access =
                Tokens.claims(person.role().claim(), person.number(), person.details())
                        .withLifetime(valid);
        Map<String, String> about =
                new HashMap<>(Map.of("name", person.name(), "sid", session.id()));
        nonce.ifPresent(one -> about.put("nonce", one));
        return Reply.json(
                200,
                Map.of(
                        "token_type", "Bearer",
                        "expires_in", valid.toSeconds(),
                        "access_token", access.signedWith(key),
                        "id_token",
                                access.withAudience(SignIn.CLIENT)
                                        .withDetails(about)
                                        .signedWith(key),
                        "refresh_token", session.refreshToken()));
    }

    private static Reply error(int status, String code) {
        return Reply.json(status, Map.of("error", code));
    }
}
