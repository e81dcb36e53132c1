package cme.stack.signin;

import cme.stack.token.SigningKey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/// Reads tokens that were signed here. They may have expired: who signs out is not asked to come in
/// time.
final class SignedToken {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SignedToken() {}

    /// A claim that is a text; empty for a token that this key did not sign.
    static Optional<String> claim(String token, SigningKey key, String name) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            if (!key.hasSigned(parts[0] + "." + parts[1], decoder.decode(parts[2]))) {
                return Optional.empty();
            }
            JsonNode claims = JSON.readTree(decoder.decode(parts[1]));
            return Optional.ofNullable(claims.path(name).textValue());
        } catch (IllegalArgumentException | IOException _) {
            return Optional.empty();
        }
    }
}
