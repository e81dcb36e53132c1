package cme.chassis.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies that were sent with `Content-Encoding`.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class BodyEncodingTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private static final RestAssuredConfig AS_SENT =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false))
                    .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private static byte[] gzip(byte[] chunk, int times) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8), 1);
    }

    private static ValidatableResponse post(String path, String type, String coding, byte[] body) {
        return given().config(AS_SENT)
                .contentType(type)
                .header("Content-Encoding", coding)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse stream(String coding, byte[] body) {
        return post("/v1/parcels/stream", "text/plain", coding, body);
    }

    private static void isProblem(ValidatableResponse answer, int status, String slug) {
        answer.statusCode(status).body("type", containsString("/" + slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip"})
    void gzipIsUnpacked(String coding) {
        post("/v1/parcels", "application/json", coding, gzip("{\"label\": \"packed\"}"))
                .statusCode(200)
                .body("label", equalTo("packed"));
        stream(coding, gzip("12345")).statusCode(200).body(equalTo("5"));
    }

    @Test
    void theBoundIsThatOfTheContent() {
        byte[] mebibyte = new byte[MEBIBYTE];
        stream("gzip", gzip(mebibyte, 1)).statusCode(200).body(equalTo("1048576"));
        isProblem(stream("gzip", gzip(mebibyte, 2)), 413, "too-large");
        isProblem(
                post(
                        "/v1/parcels",
                        "application/json",
                        "gzip",
                        gzip("{\"label\": \"" + "a".repeat(300_000) + "\"}")),
                413,
                "too-large");
    }

    /// A body that unpacks to a thousand times its size is given up at the bound.
    @Test
    void aBombIsRefused() {
        isProblem(stream("gzip", gzip(new byte[MEBIBYTE], 800)), 413, "too-large");
    }

    @Test
    void gzipThatIsBrokenIsUnreadable() {
        byte[] whole = gzip("12345");
        isProblem(
                stream("gzip", Arrays.copyOf(whole, whole.length - 9)), 400, "unreadable-request");
        isProblem(
                stream("gzip", "12345".getBytes(StandardCharsets.UTF_8)),
                400,
                "unreadable-request");
        isProblem(stream("gzip", new byte[0]), 400, "unreadable-request");
        byte[] changed = gzip("12345");
        changed[changed.length - 5] ^= 1;
        stream("gzip", changed)
                .statusCode(400)
                .body("detail", containsString("breaks after 5 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "zstd", "gzip, gzip", "garbage"})
    void anotherEncodingIsUnsupported(String coding) {
        isProblem(
                stream(coding, gzip("12345")).header("Accept-Encoding", "gzip"),
                415,
                "unsupported-content-encoding");
    }
}
