package cme.chassis.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerOptions;

import jakarta.inject.Singleton;

/// Compresses answers for callers that accept it. Short ones and those that are compressed already
/// would only become longer.
@Singleton
class Compression implements HttpServerOptionsCustomizer {

    private static final int WORTHWHILE_BYTES = 1_000;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setCompressionSupported(true);
    }

    /// Excludes the answer where compression is of no use. The server compresses every answer that
    /// names no encoding.
    static void decide(MultiMap headers) {
        String length = headers.get("Content-Length");
        boolean isShort = length != null && Long.parseLong(length) < WORTHWHILE_BYTES;
        boolean isCompressed = "application/pdf".equals(headers.get("Content-Type"));
        if (!headers.contains("Content-Encoding") && (isShort || isCompressed)) {
            headers.set("Content-Encoding", "identity");
        }
    }
}
