package cme.chassis.edge;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.edge.RawHttp.RawAnswer;
import cme.chassis.http.Admission;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sends hostile requests over sockets. They are refused, and the service goes on.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HostileRequestTest {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String CLOSE = "Host: x\r\nConnection: close\r\n";

    @TestHTTPResource("/")
    URI server;

    @Inject Admission admission;

    private static void isProblem(RawAnswer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.body()).contains("/" + slug + "\"").doesNotContain("Exception");
    }

    private RawAnswer get(String path) throws IOException {
        return RawHttp.exchange(server, "GET " + path + " HTTP/1.1\r\n" + CLOSE + "\r\n");
    }

    private RawAnswer post(String path, String headers, String body) throws IOException {
        return RawHttp.exchange(
                server, "POST " + path + " HTTP/1.1\r\n" + CLOSE + headers + "\r\n" + body);
    }

    private RawAnswer postJson(String json) throws IOException {
        var length = json.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return post("/v1/parcels", JSON + "Content-Length: " + length + "\r\n", json);
    }

    @Test
    void aFloodOfHeadersIsCutOff() throws IOException {
        var many = "X-Flood: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(2_000);

        assertThat(post("/v1/parcels", many, "").status()).isEqualTo(431);
    }

    @Test
    void aHugeHeaderIsCutOff() throws IOException {
        var huge = "Authorization: Bearer " + "a".repeat(100_000) + "\r\n";

        assertThat(post("/v1/parcels", huge, "").status()).isEqualTo(431);
    }

    @Test
    void aHugeUrlIsCutOff() throws IOException {
        assertThat(get("/v1/parcels?limit=" + "1".repeat(10_000)).status()).isEqualTo(414);
    }

    /// The server itself refuses it and gives no reason.
    @ParameterizedTest
    @ValueSource(strings = {"/v1/parcels/%", "/v1/parcels/%zz", "/v1/parcels?limit=%4"})
    void aUrlWithHalfAnEscapeIsRefused(String url) throws IOException {
        assertThat(get(url).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/parcels/owned/%00",
                "/v1/parcels/owned/a%0d%0aSet-Cookie:%20x",
                "/v1/parcels/owned/%C3%28",
                "/v1/parcels/owned/%C0%AF",
                "/v1/parcels?limit=%00",
                "/v1/parcels?%FF=1",
                "/v1/parcels?cursor=%ED%A0%80"
            })
    void aUrlThatIsNoPlainTextIsRefused(String url) throws IOException {
        isProblem(get(url), 400, "unreadable-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2;cursor", "[2]", "2'", "(2)*!$@:/?"})
    void aSignInAParameterIsAnOrdinaryCharacter(String limit) throws IOException {
        var answer = get("/v1/parcels?limit=" + limit);

        isProblem(answer, 400, "invalid-request");
        assertThat(answer.body()).contains("this is \\\"" + limit + "\\\"");
    }

    /// The framework refuses them before anything of ours is asked, so there is no problem to read.
    @ParameterizedTest
    @ValueSource(strings = {"?limit=2|3", "?limit={2}", "?limit=2`", "?limit=2^", "/[2]", "/2|3"})
    void aSignThatHasToBeEncodedIsRefused(String url) throws IOException {
        assertThat(get("/v1/parcels" + url).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /v1/parcels HTTP/1.1\r\nHost: x\r\nA\0b: c\r\nConnection: close\r\n\r\n",
                "POST /v1/parcels HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/parcels HTTP/1.1\r\nHost: x\r\nContent-Length: 1e3\r\n\r\n",
                "POST /v1/parcels HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /v1/parcels HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"
            })
    void whatIsNotHttpIsRefusedAndTheConnectionClosed(String bytes) throws IOException {
        var answer = RawHttp.exchange(server, bytes);

        assertThat(answer.status()).as(answer.toString()).isIn(0, 400, 501, 505);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"a\\u0000b\"}",
                "{\"label\": \"a\\u001bb\"}",
                "{\"label\": \"\\ud800\"}",
                "{\"label\": \"\\udc00\\ud800\"}",
                "{\"label\": \"a\", \"\\u0000\": 1}",
                "{\"label\": \"a\", \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx😀\": 1}"
            })
    void textThatNoDatabaseTakesIsNamed(String json) throws IOException {
        isProblem(postJson(json), 400, "invalid-request");
    }

    @Test
    void aNameWithALoneSurrogateIsUnreadable() throws IOException {
        isProblem(postJson("{\"label\": \"a\", \"\\ud800\": 1}"), 400, "unreadable-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void bottomlessJsonIsUnreadable(String level) throws IOException {
        isProblem(postJson(level.repeat(40_000)), 400, "unreadable-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a/b/c", "/", ";"})
    void aContentTypeThatCannotBeReadIsUnsupported(String type) throws IOException {
        var headers = "Content-Type: " + type + "\r\nContent-Length: 2\r\n";

        isProblem(post("/v1/parcels", headers, "{}"), 415, "unsupported-media-type");
    }

    @Test
    void aParameterWithoutANameIsUnknown() throws IOException {
        isProblem(get("/v1/parcels?=1"), 400, "unknown-parameter");
    }

    @Test
    void aCompressedBodyThatIsBrokenIsUnreadable() throws IOException {
        var headers = JSON + "Content-Encoding: gzip\r\nContent-Length: 4\r\n";

        isProblem(post("/v1/parcels", headers, "\u001f\u0001\b\0"), 400, "unreadable-request");
    }

    /// Only the caller is to blame for a body that does not arrive.
    @Test
    void aFailureOfTheServiceWhileABodyArrivesIsNoTimeOut() throws IOException {
        try (var connection = new RawHttp(server)) {
            connection.send(
                    "POST /v1/parcels/full-disk HTTP/1.1\r\nHost: x\r\n"
                            + "Content-Type: text/plain\r\nContent-Length: 90000\r\n\r\nabc");

            isProblem(connection.answer(), 500, "internal-error");
        }
    }

    @Test
    void aRefusalBeforeAllOthersHasTheHeadersOfEveryAnswer() throws IOException {
        var answer =
                post(
                        "/v1/parcels",
                        JSON + "X-Request-Id: early-1\r\nContent-Length: 99999999\r\n",
                        "");
        isProblem(answer, 413, "too-large");
        assertThat(answer.head().toLowerCase(java.util.Locale.ROOT))
                .contains("x-request-id: early-1")
                .contains("x-content-type-options: nosniff")
                .contains("cache-control: no-store")
                .contains("date: ")
                .contains("vary: ");
        assertThat(answer.body()).contains("\"requestId\":\"early-1\"");
    }

    @Test
    void jsonHasALowerLimitThanOtherBodies() throws IOException {
        isProblem(postJson("\"" + "a".repeat(300_000) + "\""), 413, "too-large");
    }

    @Test
    void aBodyWithoutADeclaredLengthIsLimitedToo() throws IOException {
        var chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
        var chunked = "Transfer-Encoding: chunked\r\n";

        isProblem(
                post("/v1/parcels", JSON + chunked, chunk.repeat(8) + "0\r\n\r\n"),
                413,
                "too-large");
        isProblem(
                post(
                        "/v1/parcels/stream",
                        "Content-Type: text/plain\r\n" + chunked,
                        chunk.repeat(20) + "0\r\n\r\n"),
                413,
                "too-large");
        await().until(() -> admission.inWork() == 0);
    }

    @Test
    void aRequestWithoutATokenIsRefusedBeforeItsBodyArrives() throws IOException {
        isProblem(
                post("/v1/parcels/owned", JSON + "Content-Length: 100000\r\n", "{"),
                401,
                "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/parcels application/json", "/v1/parcels/stream text/plain"})
    void aBodyThatTricklesGivesItsPlaceBack(String target) throws IOException {
        var parts = target.split(" ");
        try (var drops = Executors.newSingleThreadScheduledExecutor();
                var connection = new RawHttp(server)) {
            connection.send(
                    "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: 90000\r\n\r\n"
                            .formatted(parts[0], parts[1]));
            drops.scheduleAtFixedRate(() -> drop(connection), 0, 100, TimeUnit.MILLISECONDS);

            isProblem(connection.answer(), 408, "request-timeout");
            drops.shutdownNow();
        }
        await().until(() -> admission.inWork() == 0);
    }

    private static void drop(RawHttp connection) {
        try {
            connection.send(" ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aCallerThatDisconnectsFreesItsPlace() throws IOException {
        try (var connection = new RawHttp(server)) {
            connection.send(
                    "POST /v1/parcels HTTP/1.1\r\nHost: x\r\n"
                            + JSON
                            + "Content-Length: 90000\r\n\r\n{\"label\"");
            await().until(() -> admission.inWork() == 1);
        }
        await().until(() -> admission.inWork() == 0);
    }
}
