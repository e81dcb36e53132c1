package cme.stack.relay;

import cme.stack.process.StackFailure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Forwards connections to another port of this machine, and cuts them all on request. A cut
/// connection ends with a reset on both sides, also in the middle of a request or transaction.
public final class Relay implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int BUFFER_BYTES = 32 * 1024;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Relay(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /// Listens on one port and forwards to the other, which may begin to listen later.
    ///
    /// @throws StackFailure when the port is in use
    public static Relay open(int port, int target) {
        try {
            var door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            var relay = new Relay(door, target);
            Thread.ofVirtual().name("relay " + port).start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new StackFailure("Cannot listen on " + port + ": " + e.getMessage(), e);
        }
    }

    /// Resets every connection, and from now on each new one at once.
    public void cut() {
        cut = true;
        open.forEach(Relay::reset);
    }

    /// New connections are passed on again.
    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException _) {
            // It listens no more either way.
        }
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> pass(client));
            } catch (IOException _) {
                // Closed, which ends the loop, or a client that has gone before it was let in.
            }
        }
    }

    private void pass(Socket client) {
        open.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            if (cut) {
                end(client, server);
                return;
            }
            Thread.ofVirtual().start(() -> copy(client, server));
            copy(server, client);
        } catch (IOException _) {
            end(client, client);
        }
    }

    /// Neither PostgreSQL nor Kafka go on talking when the other side has stopped.
    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            int read = from.getInputStream().read(buffer);
            while (read >= 0) {
                to.getOutputStream().write(buffer, 0, read);
                read = from.getInputStream().read(buffer);
            }
        } catch (IOException _) {
            // One side is gone.
        } finally {
            end(from, to);
        }
    }

    private void end(Socket one, Socket other) {
        reset(one);
        reset(other);
        open.remove(one);
        open.remove(other);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It is closed already.
        }
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
