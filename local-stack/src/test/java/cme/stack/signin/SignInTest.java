package cme.stack.signin;

import static cme.stack.signin.TestBrowser.REDIRECT;
import static cme.stack.signin.TestBrowser.VERIFIER;
import static cme.stack.signin.TestBrowser.claims;
import static cme.stack.signin.TestBrowser.json;
import static cme.stack.signin.TestBrowser.location;
import static cme.stack.signin.TestBrowser.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signing in as a browser and the portal do, over HTTP.
class SignInTest extends RunningSignIn {
    @Test
    void discoveryLeadsToEveryEndpointAndNamesTheIssuerOfTheTokens() {
        var found = json(browser.get("/.well-known/openid-configuration", Map.of()));
        assertThat(found.path("issuer").asText()).isEqualTo("https://cme.local");
        assertThat(found.path("authorization_endpoint").asText())
                .isEqualTo(browser.address() + "/authorize");
        assertThat(found.path("token_endpoint").asText()).isEqualTo(browser.address() + "/token");
        assertThat(found.path("jwks_uri").asText()).isEqualTo(browser.address() + "/keys");
        assertThat(found.path("end_session_endpoint").asText())
                .isEqualTo(browser.address() + "/logout");
        assertThat(found.path("code_challenge_methods_supported").path(0).asText())
                .isEqualTo("S256");
    }

    @Test
    void thePageAsksForThePeopleOfTheListAndForOthers() {
        var page = browser.get("/authorize", TestBrowser.request());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Who are you today?</h1>")
                .contains("value=\"board:ines\"", "Inés Brandt", "Certification office")
                .contains("Ada &lt;O&#39;Connor&gt;")
                .contains("value=\"board:board\"", "value=\"society:ASPS\"", "Rows to mend")
                .contains("Somebody else", "name=\"role\" value=\"society\"")
                .doesNotContain("Nobody<", "<script", "style=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none';")
                .endsWith("form-action 'self' http://localhost:8084")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void withoutAListTheBoardAndRoleAndNumberAreOffered() throws IOException {
        Files.delete(folder.resolve("people.json"));
        assertThat(browser.get("/authorize", TestBrowser.request()).body())
                .containsOnlyOnce("name=\"person\"")
                .contains("value=\"board:board\"", "Board staff", "Somebody else");
    }

    @Test
    void theBoardsStaffGetATokenThatServicesAcceptAndAnIdTokenForThePortal() throws Exception {
        var answer = browser.choose(TestBrowser.request(), Map.of("person", "board:ines"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).startsWith(REDIRECT + "?code=");
        assertThat(parameters(location(answer))).containsEntry("state", "state & more");

        var tokens = json(browser.redeem(parameters(location(answer)).get("code"), VERIFIER));
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(900);
        var access = claims(tokens, "access_token");
        assertThat(access.path("iss").asText()).isEqualTo("https://cme.local");
        assertThat(access.path("aud").asText()).isEqualTo("cme");
        assertThat(access.path("sub").asText()).isEqualTo("ines");
        assertThat(access.path("groups").toString()).isEqualTo("[\"board\"]");
        assertThat(access.has("name")).isFalse();
        assertThat(access.path("exp").asLong() - access.path("iat").asLong()).isEqualTo(900);
        var id = claims(tokens, "id_token");
        assertThat(id.path("iss").asText()).isEqualTo("https://cme.local");
        assertThat(id.path("aud").asText()).isEqualTo("portal");
        assertThat(id.path("name").asText()).isEqualTo("Inés Brandt");
        assertThat(id.path("nonce").asText()).isEqualTo("n-1");
        assertThat(isSignedByThePublishedKey(tokens.path("access_token").asText())).isTrue();
        assertThat(isSignedByThePublishedKey(tokens.path("id_token").asText())).isTrue();
    }

    private boolean isSignedByThePublishedKey(String token) throws Exception {
        var published = json(browser.get("/keys", Map.of())).path("keys").path(0);
        var key =
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new RSAPublicKeySpec(
                                        number(published.path("n")), number(published.path("e"))));
        var parts = token.split("\\.");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static BigInteger number(JsonNode encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded.asText()));
    }

    @ParameterizedTest
    @CsvSource({
        "board, , board, , The board office",
        "society, ASPS, society, provider, American Society",
        "society, IHI, society, provider, IHI",
        "diplomate, 012345, diplomate, diplomate_id, Diplomate 012345",
        "diplomate, ' 020001 ', diplomate, diplomate_id, Ada <O'Connor>"
    })
    void somebodyElseIsARoleAndANumber(
            String role, String number, String group, String claim, String name) {
        var form = new HashMap<>(Map.of("role", role));
        if (number != null) {
            form.put("number", number);
        }
        var code = parameters(location(browser.choose(TestBrowser.request(), form))).get("code");
        var tokens = json(browser.redeem(code, VERIFIER));
        var access = claims(tokens, "access_token");
        assertThat(access.path("groups").path(0).asText()).isEqualTo(group);
        if (claim != null) {
            assertThat(access.path(claim).asText()).isEqualTo(number.strip());
        }
        assertThat(claims(tokens, "id_token").path("name").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"society, ", "diplomate, ", "diplomate, 01 23", "ops, 1", "diplomate, <b>"})
    void whatIsNoRoleAndNumberIsAskedAgain(String role, String number) {
        var form = new HashMap<>(Map.of("role", role));
        if (number != null) {
            form.put("number", number);
        }
        var answer = browser.choose(TestBrowser.request(), form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"", "aria-invalid=\"true\"");
    }

    @Test
    void aRefreshTokenIsGoodForEverybodyAtOnceUntilTheSessionEnds() {
        var first = signedIn("diplomate:020001");
        var token = first.path("refresh_token").asText();
        for (int i = 0; i < 3; i++) {
            var answer = browser.refresh(token);
            assertThat(answer.statusCode()).isEqualTo(200);
            var renewed = json(answer);
            assertThat(renewed.path("refresh_token").asText()).isEqualTo(token);
            assertThat(claims(renewed, "access_token").path("diplomate_id").asText())
                    .isEqualTo("020001");
            assertThat(claims(renewed, "id_token").has("nonce")).isFalse();
        }
        now.updateAndGet(time -> time.plus(Duration.ofHours(10)));
        assertThat(browser.refresh(token).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodysTokenIsRenewedOnceSessionsAreEnded() {
        var token = signedIn("board:ines").path("refresh_token").asText();
        signIn.endSessions();
        assertThat(browser.refresh(token).statusCode()).isEqualTo(400);
    }

    @Test
    void tokensLiveAsLongAsWasChosen() {
        signIn.tokensLive(Duration.ofSeconds(3));
        var tokens = signedIn("board:ines");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3);
        var id = claims(tokens, "id_token");
        assertThat(id.path("exp").asLong() - id.path("iat").asLong()).isEqualTo(3);
    }

    @Test
    void signingOutEndsThatSessionAndLeadsBackToThePortal() {
        var mine = signedIn("board:ines");
        var other = signedIn("board:ines");
        var answer =
                browser.get(
                        "/logout",
                        Map.of(
                                "id_token_hint", mine.path("id_token").asText(),
                                "post_logout_redirect_uri", "http://localhost:8084/",
                                "state", "s 1"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("http://localhost:8084/?state=s+1");
        assertThat(browser.refresh(mine.path("refresh_token").asText()).statusCode())
                .isEqualTo(400);
        assertThat(browser.refresh(other.path("refresh_token").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void signingOutLeadsNowhereElse() {
        var answer =
                browser.get("/logout", Map.of("post_logout_redirect_uri", "https://evil.example/"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("You are signed out");
    }

    @Test
    void aTokenThatWasNotSignedHereEndsNoSession() {
        var mine = signedIn("board:ines");
        var parts = mine.path("id_token").asText().split("\\.");
        var forged = parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA";
        assertThat(browser.get("/logout", Map.of("id_token_hint", forged)).statusCode())
                .isEqualTo(200);
        assertThat(browser.refresh(mine.path("refresh_token").asText()).statusCode())
                .isEqualTo(200);
    }
}
