package cme.chassis.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.regex.Pattern;

/// Sends requests that no HTTP library would send.
final class RawHttp implements AutoCloseable {

    private static final int SILENCE_MS = 30_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

    private final Socket socket;

    record RawAnswer(int status, String head, String body) {}

    RawHttp(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(SILENCE_MS);
    }

    static RawAnswer exchange(URI server, byte[] request) throws IOException {
        try (var connection = new RawHttp(server)) {
            connection.send(request);
            return connection.answer();
        }
    }

    static RawAnswer exchange(URI server, String request) throws IOException {
        return exchange(server, request.getBytes(UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException refusedBeforeAllWasSent) {
            // The test reads the answer instead.
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    /// The next answer; status 0 when the connection is closed without one.
    RawAnswer answer() throws IOException {
        var head = new ByteArrayOutputStream();
        try {
            var in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                head.write(next);
                if (head.toString(UTF_8).endsWith("\r\n\r\n")) {
                    return answer(head.toString(UTF_8), in);
                }
            }
        } catch (SocketException reset) {
            // The connection is closed as far as the test is concerned.
        }
        return new RawAnswer(0, head.toString(UTF_8), "");
    }

    private static RawAnswer answer(String head, InputStream in) throws IOException {
        var length = LENGTH.matcher(head);
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        var body = new String(in.readNBytes(bytes), UTF_8);
        return new RawAnswer(Integer.parseInt(head.substring(9, 12)), head, body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
