package cme.stack.signin;

import static cme.stack.signin.TestBrowser.CHALLENGE;
import static cme.stack.signin.TestBrowser.REDIRECT;
import static cme.stack.signin.TestBrowser.SECRET;
import static cme.stack.signin.TestBrowser.VERIFIER;
import static cme.stack.signin.TestBrowser.claims;
import static cme.stack.signin.TestBrowser.json;
import static cme.stack.signin.TestBrowser.location;
import static cme.stack.signin.TestBrowser.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.Ports;
import cme.stack.token.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in as a browser and the portal do, over HTTP.
class SignInTest {
    private static final SigningKey KEY = SigningKey.generate();

    private final int port = Ports.free().signIn();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final TestBrowser browser = new TestBrowser("http://localhost:" + port);

    @TempDir Path folder;
    private SignIn signIn;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(
                folder.resolve("people.json"),
                """
                [{"role": "board", "number": "ines", "name": "Inés Brandt", "note": "Certification office"},
                 {"role": "diplomate", "number": "020001", "name": "Ada <O'Connor>", "note": "Late"},
                 {"role": "board", "number": null, "provider": null, "name": "The board office", "note": "Everything"},
                 {"role": "society", "provider": "ASPS", "name": "American Society", "note": "Rows to mend"},
                 {"role": "pope", "number": "1", "name": "Nobody"}]
                """);
        signIn =
                SignIn.open(
                        new SignIn.Settings(
                                port,
                                KEY,
                                SECRET,
                                Set.of(URI.create(REDIRECT)),
                                folder.resolve("people.json")),
                        now::get);
    }

    @AfterEach
    void close() {
        signIn.close();
    }

    private static Map<String, String> requestWith(String name, String value) {
        var request = new HashMap<>(TestBrowser.request());
        request.put(name, value);
        return request;
    }

    private JsonNode signedIn(String person) {
        return json(browser.redeem(browser.code(person), VERIFIER));
    }

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
    void withoutAListRoleAndNumberAreAsked() throws IOException {
        Files.delete(folder.resolve("people.json"));
        assertThat(browser.get("/authorize", TestBrowser.request()).body())
                .contains("Your role")
                .doesNotContain("name=\"person\"");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8084/signed-in/",
                "http://localhost:8084/signed-in?x=1",
                "http://localhost:8085/signed-in",
                "http://127.0.0.1:8084/signed-in",
                "https://evil.example/signed-in",
                "http://localhost:8084@evil.example/signed-in"
            })
    void anotherAddressForTheAnswerIsRefusedHere(String redirect) {
        for (var answer :
                new java.net.http.HttpResponse<?>[] {
                    browser.get("/authorize", requestWith("redirect_uri", redirect)),
                    browser.choose(
                            requestWith("redirect_uri", redirect), Map.of("person", "board:ines"))
                }) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge, tooshort, invalid_request",
        "response_type, token, unsupported_response_type",
        "scope, profile, invalid_scope"
    })
    void aRequestThatIsNotInOrderIsToldToThePortal(String name, String value, String error) {
        var answer = browser.get("/authorize", requestWith(name, value));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(parameters(location(answer)))
                .containsEntry("error", error)
                .containsEntry("state", "state & more");
    }

    @Test
    void anotherClientIsRefused() {
        assertThat(browser.get("/authorize", requestWith("client_id", "other")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFormOfAnotherPageIsNotTaken() {
        var path = "/authorize?client_id=portal";
        for (var origin : new String[] {"http://evil.example", "http://localhost:8084", "null"}) {
            var answer = browser.post(path, origin, Map.of("person", "board:ines"));
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "localhost:1", "localhost.evil.example"})
    void anotherHostIsRefused(String host) throws IOException {
        assertThat(statusAt(host)).isEqualTo(421);
    }

    @Test
    void bothNamesOfThisMachineAreItsOwn() throws IOException {
        assertThat(statusAt("localhost:" + port)).isEqualTo(200);
        assertThat(statusAt("127.0.0.1:" + port)).isEqualTo(200);
    }

    /// Java's client does not let anybody choose the host.
    private int statusAt(String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = "GET /keys HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split("[ \r]")[1]);
        }
    }

    @Test
    void aCodeNeedsTheVerifierOfItsChallenge() {
        for (var verifier : new String[] {"", CHALLENGE, VERIFIER + "x"}) {
            var answer = browser.redeem(browser.code("board:ines"), verifier);
            assertThat(answer.statusCode()).as(verifier).isEqualTo(400);
            assertThat(json(answer).path("error").asText()).isEqualTo("invalid_grant");
        }
    }

    @Test
    void aCodeNeedsTheAddressItWasSentTo() {
        var answer =
                browser.token(
                        SECRET,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                browser.code("board:ines"),
                                "redirect_uri",
                                "http://localhost:8085/signed-in",
                                "code_verifier",
                                VERIFIER));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeIsGoodOnce() {
        var code = browser.code("board:ines");
        assertThat(browser.redeem(code, VERIFIER).statusCode()).isEqualTo(200);
        assertThat(browser.redeem(code, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeIsGoodForAMinute() {
        var inTime = browser.code("board:ines");
        var late = browser.code("board:ines");
        now.updateAndGet(time -> time.plusSeconds(59));
        assertThat(browser.redeem(inTime, VERIFIER).statusCode()).isEqualTo(200);
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(browser.redeem(late, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void aWrongSecretGetsNoToken() {
        var grant = Map.of("grant_type", "refresh_token", "refresh_token", "x");
        for (var secret : new String[] {"", "wrong", SECRET + "x"}) {
            var answer = browser.token(secret, grant);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).path("error").asText()).isEqualTo("invalid_client");
        }
        assertThat(browser.post("/token", browser.address(), grant).statusCode()).isEqualTo(401);
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

    @Test
    void aParameterThatComesTwiceIsRefused() {
        var answer = browser.get("/authorize?client_id=portal&client_id=other", Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
