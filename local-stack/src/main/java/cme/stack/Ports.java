package cme.stack;

import cme.stack.kafka.BrokerPorts;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The ports of a stack, all on loopback: the services and the portal on `base` and the three after
/// it, their management 1000 higher, signing in on `base + 4`, PostgreSQL on `base + 10`, Kafka on
/// `base + 11` and its controller on `base + 12`, and the relays to PostgreSQL and Kafka, where
/// there are any, on the two ports after. A cluster has its second PostgreSQL on `base + 15`, and
/// the second and third broker with their controllers on the four ports after.
public record Ports(int base) {
    public static final Ports DEFAULT = new Ports(8081);
    static final int MANAGEMENT = 1000;
    private static final int SPARE = 20;
    private static final int ATTEMPTS = 200;

    /// @throws StackFailure when a port would lie outside 1024-65535
    public Ports {
        if (base < 1024 || base + MANAGEMENT + 2 * SPARE > 65535) {
            throw new StackFailure(
                    "The port base must lie between 1024 and "
                            + (65535 - MANAGEMENT - 2 * SPARE)
                            + "; "
                            + base
                            + " does not.");
        }
    }

    /// A base of which all ports are free now. Below the range from which systems take ports for
    /// outgoing connections, so that none of those gets there first.
    public static Ports free() {
        return IntStream.range(0, ATTEMPTS)
                .mapToObj(_ -> new Ports(ThreadLocalRandom.current().nextInt(20_000, 31_000)))
                .filter(ports -> ports.all(Set.of(Service.values()), true).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new StackFailure("No free ports between 20000 and 32000."));
    }

    public int http(Service service) {
        return base + service.ordinal();
    }

    public int management(Service service) {
        return http(service) + MANAGEMENT;
    }

    /// Where people sign in to the portal.
    public int signIn() {
        return base + 4;
    }

    public int postgres() {
        return base + 10;
    }

    public int kafka() {
        return base + 11;
    }

    public int kafkaController() {
        return base + 12;
    }

    /// The ports of both servers of a cluster.
    List<Integer> postgresPair() {
        return List.of(postgres(), base + 15);
    }

    /// The ports of the three brokers of a cluster.
    List<BrokerPorts> kafkaCluster() {
        return List.of(
                new BrokerPorts(kafka(), kafkaController()),
                new BrokerPorts(base + 16, base + 17),
                new BrokerPorts(base + 18, base + 19));
    }

    int postgresRelay() {
        return base + 13;
    }

    int kafkaRelay() {
        return base + 14;
    }

    /// For further instances of a service: the next free pair from `base + 20` on.
    ///
    /// @param given to instances that may not run yet
    int spare(Set<Integer> given) {
        return IntStream.range(base + SPARE, base + 2 * SPARE)
                .filter(port -> !given.contains(port))
                .filter(port -> isFree(port) && isFree(port + MANAGEMENT))
                .findFirst()
                .orElseThrow(() -> new StackFailure("No spare port from " + (base + SPARE) + "."));
    }

    /// @throws StackFailure that names every port that another program has
    void requireFree(Set<Service> services, boolean clustered) {
        List<String> taken =
                all(services, clustered)
                        .filter(port -> !isFree(port))
                        .map(String::valueOf)
                        .toList();
        if (!taken.isEmpty()) {
            throw new StackFailure(
                    (taken.size() == 1 ? "This port is" : "These ports are")
                            + " in use by another program: "
                            + String.join(", ", taken)
                            + " on 127.0.0.1; end that, or choose others"
                            + " with --port-base.");
        }
    }

    private Stream<Integer> all(Set<Service> services, boolean clustered) {
        return Stream.of(
                        services.stream().sorted().flatMap(s -> Stream.of(http(s), management(s))),
                        services.isEmpty() ? Stream.<Integer>empty() : Stream.of(signIn()),
                        Stream.of(postgres(), kafka(), kafkaController()),
                        clustered
                                ? IntStream.rangeClosed(base + 15, base + 19).boxed()
                                : Stream.<Integer>empty())
                .flatMap(ports -> ports);
    }

    private static boolean isFree(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        // Some systems allow a listener on loopback beside one of another program on all addresses.
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(loopback, port), 200);
            return false;
        } catch (IOException _) {
            // Nobody answers: the port may be free.
        }
        try (ServerSocket _ = new ServerSocket(port, 1, loopback)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
