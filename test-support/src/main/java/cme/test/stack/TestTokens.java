package cme.test.stack;

import cme.stack.token.Claims;
import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Tokens for the services under test that [LocalStackResource] sets up: valid ones, and ones that
/// must be refused.
public final class TestTokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A signature costs more than most requests of a test, so valid tokens are used again.
    private static final Map<String, ValidToken> VALID = new ConcurrentHashMap<>();

    private static final Duration USED_FOR = Tokens.LIFETIME.dividedBy(3);

    private record ValidToken(String token, Instant until) {}

    /// Made when it is needed and once, because that takes seconds.
    private static final class Unknown {
        private static final SigningKey KEY = SigningKey.generate();
    }

    private TestTokens() {}

    public static String board() {
        return valid("board", Tokens::board);
    }

    public static String society(String provider) {
        return valid("society " + provider, tokens -> tokens.society(provider));
    }

    public static String diplomate(String diplomateId) {
        return valid("diplomate " + diplomateId, tokens -> tokens.diplomate(diplomateId));
    }

    public static String ops() {
        return valid("ops", Tokens::ops);
    }

    private static String valid(String whose, Function<Tokens, String> signed) {
        Instant now = Instant.now();
        return VALID.compute(
                        whose,
                        (_, made) ->
                                made != null && now.isBefore(made.until())
                                        ? made
                                        : new ValidToken(
                                                signed.apply(new Tokens(SharedTestStack.key())),
                                                now.plus(USED_FOR)))
                .token();
    }

    /// A token of any role with any further claims, such as a society without a provider.
    public static String of(String role, Map<String, String> details) {
        return signed(Tokens.claims(role, role, details));
    }

    /// A board token that expired an hour ago.
    public static String expired() {
        return signed(boardClaims().earlier(Tokens.LIFETIME.plus(Duration.ofHours(1))));
    }

    public static String ofOtherIssuer() {
        return signed(boardClaims().withIssuer("https://elsewhere.example"));
    }

    public static String forOtherAudience() {
        return signed(boardClaims().withAudience("elsewhere"));
    }

    /// A board token signed with an unknown key.
    public static String signedWithOtherKey() {
        return boardClaims().signedWith(unknownKey());
    }

    /// A key that the services do not know.
    static SigningKey unknownKey() {
        return Unknown.KEY;
    }

    /// A diplomate's token that says board after it was signed.
    public static String tampered() {
        String[] valid = diplomate("012345").split("\\.");
        String[] board = board().split("\\.");
        return valid[0] + "." + board[1] + "." + valid[2];
    }

    /// Signs claims that were made by [Tokens#claims] and changed, for any other invalid token.
    public static String signed(Claims claims) {
        return claims.signedWith(SharedTestStack.key());
    }

    /// A token like the valid one given, whose claims were changed before it was signed.
    public static String changed(String valid, Consumer<ObjectNode> change) {
        String[] parts = valid.split("\\.");
        try {
            ObjectNode claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            change.accept(claims);
            byte[] changed = JSON.writeValueAsBytes(claims);
            String body =
                    parts[0]
                            + "."
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            byte[] signature = SharedTestStack.key().sign(body);
            return body + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Claims boardClaims() {
        return Tokens.claims("board", "board", Map.of());
    }
}
