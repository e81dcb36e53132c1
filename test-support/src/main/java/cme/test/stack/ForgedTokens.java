package cme.test.stack;

import cme.stack.token.SigningKey;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Invalid tokens that claim the role of the board.
public final class ForgedTokens {

    private static final String RS256 = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private ForgedTokens() {}

    /// The tokens by a description of their fault.
    public static Map<String, String> all() {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("an expired token", TestTokens.expired());
        forged.put("a token not yet valid", but(claims -> claims.put("nbf", inAnHour())));
        forged.put("a token that never expires", but(claims -> claims.remove("exp")));
        forged.put("a token of another issuer", TestTokens.ofOtherIssuer());
        forged.put("a token without issuer", but(claims -> claims.remove("iss")));
        forged.put("a token for another audience", TestTokens.forOtherAudience());
        forged.put("a token without audience", but(claims -> claims.remove("aud")));
        forged.put("a token without subject", but(claims -> claims.remove("sub")));
        forged.put("a tampered token", TestTokens.tampered());
        forged.put("a token of another key", TestTokens.signedWithOtherKey());
        forged.put("a token that brings its key", withItsOwnKey());
        forged.put("an unsigned token", unsigned("none"));
        forged.put("an unsigned token, spelt otherwise", unsigned("nOnE"));
        forged.put("a token without its signature", validParts()[0] + "." + validParts()[1] + ".");
        forged.put("a token signed with the public key", hmac(publicKey()));
        forged.put("a token signed with the text of the public key", hmac(publicKeyText()));
        forged.put("no token at all", "x");
        return forged;
    }

    private static String but(Consumer<ObjectNode> change) {
        return TestTokens.changed(TestTokens.board(), change);
    }

    private static long inAnHour() {
        return Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
    }

    private static String[] validParts() {
        return TestTokens.board().split("\\.");
    }

    private static String unsigned(String algorithm) {
        return base64(bytes("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}"))
                + "."
                + validParts()[1]
                + ".";
    }

    /// Brings the key in its header: a verifier that trusts it trusts everybody (RFC 7515, section
    /// 10.12).
    private static String withItsOwnKey() {
        SigningKey own = TestTokens.unknownKey();
        String key =
                "\"x5c\":[\"%s\"],\"jku\":\"https://elsewhere.example/jwks\"}"
                        .formatted(own.publicKey());
        String header = RS256.substring(0, RS256.length() - 1) + "," + key;
        String body = base64(bytes(header)) + "." + validParts()[1];
        return body + "." + base64(own.sign(body));
    }

    /// Uses the public key as an HMAC secret: a verifier that accepts this lets everybody in (RFC
    /// 8725, section 2.1).
    private static String hmac(byte[] secret) {
        try {
            String body = base64(bytes(HS256)) + "." + validParts()[1];
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return body + "." + base64(mac.doFinal(bytes(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] publicKey() {
        return Base64.getDecoder().decode(SharedTestStack.key().publicKey());
    }

    private static byte[] publicKeyText() {
        return bytes(SharedTestStack.key().publicKey());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
