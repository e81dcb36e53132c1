package cme.stack.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final SigningKey KEY = SigningKey.generate();

    private final Tokens tokens = new Tokens(KEY);

    @Test
    void aTokenSaysWhoForWhomAndForHowLong() {
        String payload = part(tokens.society("ASPS"), 1);
        assertThat(payload)
                .contains(
                        "\"iss\":\"https://cme.local\"",
                        "\"aud\":\"cme\"",
                        "\"sub\":\"ASPS\"",
                        "\"groups\":[\"society\"]",
                        "\"provider\":\"ASPS\"");
        long issued = number(payload, "iat");
        assertThat(number(payload, "exp") - issued).isEqualTo(15 * 60);
        assertThat(Instant.now().getEpochSecond() - issued).isBetween(0L, 60L);
    }

    @Test
    void noTwoTokensHaveTheSameId() {
        assertThat(part(tokens.board(), 1)).isNotEqualTo(part(tokens.board(), 1));
    }

    @Test
    void theSignatureFitsThePublicKey() throws Exception {
        String token = tokens.diplomate("012345");
        assertThat(part(token, 0)).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        assertThat(isSigned(token, KEY)).isTrue();
        assertThat(isSigned(token, SigningKey.generate())).isFalse();
    }

    @Test
    void aNameCannotBreakOutOfItsClaim() {
        String payload = part(tokens.society("A\",\"groups\":[\"board\"],\"x\":\"\n\\"), 1);
        assertThat(payload)
                .contains("\"provider\":\"A\\\",\\\"groups\\\":[\\\"board\\\"],\\\"x\\\":\\\"")
                .contains("\\u000a\\\\\"")
                .contains("\"groups\":[\"society\"]");
    }

    @Test
    void anEarlierTokenHasRunOut() {
        Claims late =
                Tokens.claims("board", "board", Map.of())
                        .earlier(Tokens.LIFETIME.plus(Tokens.LIFETIME));
        assertThat(number(part(late.signedWith(KEY), 1), "exp"))
                .isLessThan(Instant.now().getEpochSecond() - 60);
    }

    private static String part(String token, int index) {
        byte[] bytes = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long number(String payload, String claim) {
        Matcher matcher = Pattern.compile("\"" + claim + "\":(\\d+)").matcher(payload);
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static boolean isSigned(String token, SigningKey key) throws Exception {
        var open = new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(open));
        int dot = token.lastIndexOf('.');
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }
}
