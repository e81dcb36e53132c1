package cme.stack.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cme.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Between a client and a server that echoes.
class RelayTest {
    private final int port = Ports.free().postgres();
    private ServerSocket server;
    private Relay relay;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        relay = Relay.open(port, server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        server.close();
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // Cut.
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static int sent(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        return socket.getInputStream().read();
    }

    private boolean answers() throws IOException {
        try (var socket = connect()) {
            return sent(socket, 1) == 1;
        }
    }

    @Test
    void passesOnWhatBothSidesSay() throws IOException {
        try (var one = connect();
                var other = connect()) {
            assertThat(sent(one, 7)).isEqualTo(7);
            assertThat(sent(other, 8)).isEqualTo(8);
            assertThat(sent(one, 9)).isEqualTo(9);
        }
    }

    @Test
    void aCutEndsWhatIsOpenAndWhatComesUntilItIsMended() throws IOException {
        try (var socket = connect()) {
            assertThat(sent(socket, 7)).isEqualTo(7);
            relay.cut();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(
                            () -> {
                                sent(socket, 8);
                                sent(socket, 9);
                            });
        }
        assertThat(connects()).isFalse();
        relay.mend();
        await().atMost(Duration.ofMinutes(2)).until(this::answers);
    }

    private boolean connects() {
        try {
            return answers();
        } catch (IOException _) {
            return false;
        }
    }
}
