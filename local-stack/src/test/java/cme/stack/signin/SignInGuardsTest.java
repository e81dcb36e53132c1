package cme.stack.signin;

import static cme.stack.signin.TestBrowser.CHALLENGE;
import static cme.stack.signin.TestBrowser.SECRET;
import static cme.stack.signin.TestBrowser.VERIFIER;
import static cme.stack.signin.TestBrowser.json;
import static cme.stack.signin.TestBrowser.location;
import static cme.stack.signin.TestBrowser.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// These guards keep out pages of others that are open in the same browser.
class SignInGuardsTest extends RunningSignIn {
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
    void aParameterThatComesTwiceIsRefused() {
        var request = TestBrowser.encoded(TestBrowser.request());
        assertThat(browser.get("/authorize?" + request).statusCode()).isEqualTo(200);
        assertThat(browser.get("/authorize?client_id=other&" + request).statusCode())
                .isEqualTo(400);
    }
}
