package cme.chassis.webhook;

import cme.chassis.ChassisConfig;
import cme.chassis.address.PublicAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Posts to the addresses of others. The name of the host is resolved once, the addresses are
/// checked, and the connection goes to the checked one, so that another answer of the name server
/// cannot lead into our own network. Redirects are not followed.
@Singleton
class WebhookClient {

    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int IDLE_SECONDS = 30;
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpClient http;
    private final long timeoutMillis;
    private final boolean isAnyAddressAllowed;
    private final Clock clock;

    WebhookClient(Vertx vertx, ChassisConfig config, Clock clock) {
        var options =
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MS)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setTracingPolicy(TracingPolicy.IGNORE);
        this.http =
                vertx.createHttpClient(
                        options,
                        new PoolOptions().setHttp1MaxSize(config.webhooks().concurrency()));
        this.timeoutMillis = config.webhooks().timeout().toMillis();
        this.isAnyAddressAllowed = config.webhooks().anyAddress();
        this.clock = clock;
    }

    /// Sends the body and waits for the answer, within the time-out.
    WebhookAnswer post(String url, Map<String, String> headers, String body) {
        var begun = new AtomicReference<@Nullable HttpClientRequest>();
        try {
            return http.request(options(URI.create(url), headers))
                    .compose(
                            request -> {
                                begun.set(request);
                                // The answer is read where it arrives; later it would be lost.
                                return request.send(Buffer.buffer(body)).compose(this::read);
                            })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (UnknownHostException | ExecutionException e) {
            return new WebhookAnswer.Unreachable(problem(e));
        } catch (TimeoutException e) {
            reset(begun.get());
            return new WebhookAnswer.Unreachable("No answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset(begun.get());
            return new WebhookAnswer.Unreachable("Interrupted");
        }
    }

    private static void reset(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.reset();
        }
    }

    private RequestOptions options(URI url, Map<String, String> headers)
            throws UnknownHostException {
        boolean isTls = "https".equals(url.getScheme());
        int standard = isTls ? HTTPS_PORT : HTTP_PORT;
        int port = url.getPort() < 0 ? standard : url.getPort();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setServer(SocketAddress.inetSocketAddress(port, address(url)))
                        .setHost(url.getHost())
                        .setPort(port)
                        .setSsl(isTls)
                        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                        .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options;
    }

    private String address(URI url) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
        InetAddress address = isAnyAddressAllowed ? addresses[0] : PublicAddress.require(addresses);
        return address.getHostAddress();
    }

    /// Reads the answer to its end, so that the connection can be used again. A long one ends it.
    private Future<WebhookAnswer> read(HttpClientResponse response) {
        int[] bytes = {0};
        response.handler(
                part -> {
                    bytes[0] += part.length();
                    if (bytes[0] > MAX_ANSWER_BYTES) {
                        response.request().connection().close();
                    }
                });
        return response.end().otherwiseEmpty().map(_ -> answer(response));
    }

    private WebhookAnswer answer(HttpClientResponse response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new WebhookAnswer.Accepted(status);
        }
        return status == 410
                ? new WebhookAnswer.Gone()
                : new WebhookAnswer.Refused(status, retryAfter(response.getHeader("Retry-After")));
    }

    /// Seconds or a date (RFC 9110, section 10.2.3).
    private Optional<Duration> retryAfter(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            var at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), at.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The kind of failure; messages of libraries may hold the address.
    private static String problem(Exception failure) {
        Throwable cause = failure instanceof ExecutionException e ? e.getCause() : failure;
        return switch (cause) {
            case UnknownHostException _
                    when "The address is not public".equals(cause.getMessage()) ->
                    "The address is not public";
            case UnknownHostException _ -> "The host is not known";
            case SSLException _ -> "The certificate is not trusted, or TLS failed otherwise";
            case ConnectException _ -> "The connection was refused";
            default -> "The connection failed";
        };
    }
}
