package cme.portal.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/// Styles, scripts, fonts and icons: files of this module that the list `assets.txt` names. All
/// styles are one file, in the order of the list. The address holds a hash of everything, so a
/// browser keeps them for good.
@Named("assets")
@Singleton
public class Assets {
    private static final String LIST = "assets.txt";
    private static final String STYLES = "portal.css";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final String folder;

    Assets() {
        var styles = new ByteArrayOutputStream();
        for (String path : list()) {
            byte[] content = read(path);
            if (path.endsWith(".css")) {
                styles.writeBytes(content);
            } else {
                byName.put(path.substring(path.lastIndexOf('/') + 1), Asset.of(path, content));
            }
        }
        byName.put(STYLES, Asset.of(STYLES, styles.toByteArray()));
        folder = "/assets/" + hash() + "/";
    }

    /// The address of one file, such as `icons.svg`.
    public String address(String name) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return folder + name;
    }

    /// The address of all styles.
    public String styles() {
        return address(STYLES);
    }

    void register(@Observes Router router) {
        router.get("/assets/:hash/:name").handler(this::send);
    }

    private void send(RoutingContext context) {
        Asset asset = byName.get(context.pathParam("name"));
        if (asset == null) {
            context.next();
            return;
        }
        boolean current = context.request().path().startsWith(folder);
        HttpServerResponse response = context.response();
        // While instances of two versions run, a page of one may ask the other.
        response.putHeader("Cache-Control", current ? FOREVER : "no-store");
        response.putHeader("Content-Type", asset.type());
        response.putHeader("Vary", "Accept-Encoding");
        String accepted = context.request().getHeader("Accept-Encoding");
        if (asset.isCompressed() && accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(asset.gzipped()));
        } else {
            response.putHeader("Content-Encoding", "identity").end(Buffer.buffer(asset.plain()));
        }
    }

    private static List<String> list() {
        return new String(read(LIST), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static byte[] read(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byName.forEach(
                    (name, asset) -> {
                        digest.update(name.getBytes(StandardCharsets.UTF_8));
                        digest.update(asset.plain());
                    });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A file as it is sent; fonts are compressed already.
    private record Asset(String type, byte[] plain, byte[] gzipped) {
        private static final Map<String, String> TYPES =
                Map.of(
                        "css", "text/css; charset=utf-8",
                        "js", "text/javascript; charset=utf-8",
                        "svg", "image/svg+xml",
                        "woff2", "font/woff2",
                        "png", "image/png");

        static Asset of(String path, byte[] content) {
            String ending = path.substring(path.lastIndexOf('.') + 1);
            String type = Objects.requireNonNull(TYPES.get(ending), path);
            boolean text = type.startsWith("text/") || type.startsWith("image/svg");
            return new Asset(type, content, text ? gzip(content) : new byte[0]);
        }

        boolean isCompressed() {
            return gzipped.length > 0;
        }

        private static byte[] gzip(byte[] content) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(bytes)) {
                out.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
