package cme.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.ChassisConfig;
import cme.chassis.webhook.Receiver.Reply;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookClientTest {
    private static final String KEYS = "1:" + "A".repeat(43) + "=";

    private static final String PASSWORD = "changeit";

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = Receiver.start();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        receiver.close();
        vertx.close();
    }

    private WebhookAnswer post(boolean isAnyAddressAllowed, String url) {
        return post(isAnyAddressAllowed, url, "20s");
    }

    private WebhookAnswer post(boolean isAnyAddressAllowed, String url, String timeout) {
        ChassisConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(ChassisConfig.class)
                        .withDefaultValue("cme.chassis.sealing-keys", KEYS)
                        .withDefaultValue("cme.chassis.webhooks.timeout", timeout)
                        .withDefaultValue(
                                "cme.chassis.webhooks.any-address",
                                Boolean.toString(isAnyAddressAllowed))
                        .build()
                        .getConfigMapping(ChassisConfig.class);
        return new WebhookClient(vertx, config, Clock.systemUTC()).post(url, Map.of(), "{}");
    }

    @Test
    void aReceiverInsideIsNotCalled() {
        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "0"}) {
            assertThat(post(false, "http://" + host + ":" + receiver.port() + "/"))
                    .isEqualTo(new WebhookAnswer.Unreachable("The address is not public"));
        }
        assertThat(receiver.all()).isEmpty();
        assertThat(post(true, receiver.url())).isEqualTo(new WebhookAnswer.Accepted(204));
    }

    @Test
    void theAnswerOfAReceiverThatNeverAnswersIsNotWaitedFor() {
        var never = new CountDownLatch(1);
        receiver.answer(
                _ -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Reply.of(200);
                });
        assertThat(post(true, receiver.url(), "1s"))
                .isEqualTo(new WebhookAnswer.Unreachable("No answer in time"));
        never.countDown();
    }

    @Test
    void aHostThatIsNotKnownIsUnreachable() {
        assertThat(post(false, "https://meetings.invalid/"))
                .isEqualTo(new WebhookAnswer.Unreachable("The host is not known"));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.start();
        try {
            assertThat(post(true, "https://localhost:" + server.getAddress().getPort() + "/"))
                    .isEqualTo(
                            new WebhookAnswer.Unreachable(
                                    "The certificate is not trusted, or TLS failed otherwise"));
        } finally {
            server.stop(0);
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path file = folder.resolve("key.p12");
        int exit =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "test",
                                "-dname",
                                "CN=localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        assertThat(exit).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
