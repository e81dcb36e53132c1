package cme.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cme.stack.client.Api;
import cme.stack.process.StackFailure;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private static final String FINDING =
            """
            {"kind": "ENTRY_ALTERED", "place": "event_log", "seq": 17, "subject": "012345", "detail": "Entry 17 was altered."}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private HttpServer services;
    private String findings = "";
    private String notCompared = "";

    @BeforeEach
    void listen() throws IOException {
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.createContext("/v1/", this::answer);
        services.start();
    }

    @AfterEach
    void stop() {
        services.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isCredit = exchange.getRequestURI().getPath().startsWith("/v1/ledger/");
            String found = isCredit ? findings : "";
            byte[] body =
                    """
                    {"id": 1, "state": "COMPLETE", "entries": 5, "checkpoints": 1, "rows": 4, "events": 5,
                     "found": %d, "findings": [%s], "notCompared": [%s]}
                    """
                            .formatted(found.isEmpty() ? 0 : 1, found, isCredit ? notCompared : "")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void verify() throws InterruptedException {
        VerifyCommand.verify(
                _ -> new Api("http://127.0.0.1:" + services.getAddress().getPort(), () -> "token"),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @Test
    void whatAgreesIsCounted() throws InterruptedException {
        verify();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .contains(
                        "credit-service: 5 entries, 1 checkpoints, 4 current rows, 5 events: all agree");
    }

    @Test
    void whatWasAlteredIsNamedAndMakesItFail() {
        findings = FINDING;
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(this::verify)
                .withMessageStartingWith("The ledger is broken: 1 findings");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "  ENTRY_ALTERED in event_log, entry 17, subject 012345: Entry 17 was altered.");
    }

    @Test
    void whatCouldNotBeReadIsNamedAndMakesItFail() {
        notCompared = "\"credit.completions.v1\"";
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(this::verify)
                .withMessageStartingWith(
                        "The check is not complete: credit.completions.v1 could not be read.");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("5 events: all agree, 1 could not be read");
    }

    @Test
    void withoutAStackItSaysSo(@TempDir Path folder) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> VerifyCommand.of(List.of("--data", folder.toString())).run())
                .withMessageStartingWith("No stack was ever started in " + folder);
    }
}
