package cme.stack.signin;

import cme.stack.process.StackFailure;
import cme.stack.token.SigningKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The identity provider, on loopback.
public final class SignIn implements AutoCloseable {
    /// The only client.
    public static final String CLIENT = "portal";

    static final String AUTHORIZE = "/authorize";
    static final String TOKEN = "/token";
    static final String KEYS = "/keys";
    static final String LOGOUT = "/logout";

    private static final int LONGEST_BODY = 64 * 1024;
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Cache-Control", "no-store",
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Settings settings;
    private final Grants grants;
    private final Discovery discovery;
    private final AuthorizationEndpoint authorization;
    private final TokenEndpoint tokens;
    private final LogoutEndpoint logout;

    /// @param port on loopback
    /// @param key signs the tokens
    /// @param clientSecret by which the portal is known
    /// @param redirects the portal's addresses that an answer may go to
    /// @param people the file with those to choose from; it may be missing
    public record Settings(
            int port, SigningKey key, String clientSecret, Set<URI> redirects, Path people) {
        public Settings {
            redirects = Set.copyOf(redirects);
        }

        /// As the portal and browsers call it.
        public String address() {
            return "http://localhost:" + port;
        }
    }

    private SignIn(Settings settings, InstantSource clock, HttpServer server) {
        this.settings = settings;
        this.server = server;
        this.grants = new Grants(clock);
        this.discovery = new Discovery(settings.address(), settings.key());
        this.authorization =
                new AuthorizationEndpoint(
                        settings.redirects(), new People(settings.people()), grants);
        this.tokens = new TokenEndpoint(settings.key(), settings.clientSecret(), grants);
        this.logout = new LogoutEndpoint(settings.key(), grants, settings.redirects());
    }

    /// @throws StackFailure when the port is in use
    public static SignIn open(Settings settings) {
        return open(settings, InstantSource.system());
    }

    static SignIn open(Settings settings, InstantSource clock) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
            var signIn = new SignIn(settings, clock, HttpServer.create(address, 0));
            signIn.server.setExecutor(signIn.threads);
            signIn.server.createContext("/", signIn::handle);
            signIn.server.start();
            return signIn;
        } catch (IOException e) {
            throw new StackFailure(
                    "Nobody can sign in: port " + settings.port() + ": " + e.getMessage(), e);
        }
    }

    /// How long tokens are good that are made from now on; a test of what happens afterwards need
    /// not wait for a quarter of an hour.
    public void tokensLive(Duration lifetime) {
        tokens.setLifetime(lifetime);
    }

    /// Nobody's tokens are renewed any more.
    public void endSessions() {
        grants.endAll();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            HEADERS.forEach(exchange.getResponseHeaders()::set);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        // A page of somebody else's whose name leads to this machine (DNS rebinding) has its own.
        if (!isOwn(exchange.getRequestHeaders().getFirst("Host"))) {
            return Reply.of(421, "text/plain", "No such host is served here.");
        }
        try {
            return routed(exchange);
        } catch (IllegalArgumentException e) {
            return Reply.of(400, "text/plain", String.valueOf(e.getMessage()));
        }
    }

    private boolean isOwn(@Nullable String host) {
        return ("localhost:" + settings.port()).equals(host)
                || ("127.0.0.1:" + settings.port()).equals(host);
    }

    private Reply routed(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String called = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        return switch (called) {
            case "GET /.well-known/openid-configuration" -> discovery.configuration();
            case "GET " + KEYS -> discovery.keys();
            case "GET " + AUTHORIZE -> authorization.ask(query == null ? "" : query);
            case "POST " + AUTHORIZE ->
                    isFromOwnPage(exchange)
                            ? authorization.decide(query == null ? "" : query, form(exchange))
                            : Reply.of(403, "text/plain", "Another page's form is not taken.");
            case "POST " + TOKEN ->
                    tokens.answer(
                            exchange.getRequestHeaders().getFirst("Authorization"), form(exchange));
            case "GET " + LOGOUT -> logout.answer(Parameters.of(query));
            case "POST " + LOGOUT -> logout.answer(form(exchange));
            case "GET /style.css" -> Reply.of(200, "text/css; charset=utf-8", file("style.css"));
            case "GET /icon.svg" -> Reply.of(200, "image/svg+xml", file("icon.svg"));
            default -> Reply.of(404, "text/plain", "Nothing is here.");
        };
    }

    private boolean isFromOwnPage(HttpExchange exchange) {
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        String host = exchange.getRequestHeaders().getFirst("Host");
        return site == null
                ? ("http://" + host).equals(exchange.getRequestHeaders().getFirst("Origin"))
                : site.equals("same-origin");
    }

    private static Parameters form(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new IllegalArgumentException("The form is too long");
        }
        return Parameters.of(new String(body, StandardCharsets.UTF_8));
    }

    private static String file(String name) {
        try (InputStream file = SignIn.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
