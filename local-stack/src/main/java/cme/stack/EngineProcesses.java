package cme.stack;

import cme.stack.kafka.BrokerPorts;
import cme.stack.kafka.Kafka;
import cme.stack.postgres.Postgres;
import cme.stack.postgres.PostgresPair;
import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import cme.stack.process.StackProcess;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// PostgreSQL and Kafka of a stack: one process of each, or a cluster.
final class EngineProcesses implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final @Nullable PostgresPair pair;
    private final Postgres single;
    private final List<Kafka> brokers;
    private final Consumer<String> progress;
    private volatile boolean closed;

    private EngineProcesses(
            @Nullable PostgresPair pair,
            Postgres single,
            List<Kafka> brokers,
            Consumer<String> progress) {
        this.pair = pair;
        this.single = single;
        this.brokers = brokers;
        this.progress = progress;
    }

    static EngineProcesses of(Options options, DataFolder folder, Ports ports) {
        var pair =
                options.cluster()
                        .map(
                                durability ->
                                        PostgresPair.in(
                                                folder,
                                                ports.postgresPair(),
                                                options.durable(),
                                                durability,
                                                options.progress()));
        return new EngineProcesses(
                pair.orElse(null),
                new Postgres(folder, ports.postgres(), options.durable()),
                brokers(options, folder, ports),
                options.progress());
    }

    private static List<Kafka> brokers(Options options, DataFolder folder, Ports ports) {
        if (options.cluster().isPresent()) {
            return Kafka.cluster(folder, ports.kafkaCluster(), options.durable());
        }
        int advertised = options.relayed() ? ports.kafkaRelay() : ports.kafka();
        var alone = new BrokerPorts(ports.kafka(), ports.kafkaController(), advertised);
        return List.of(new Kafka(folder, alone, options.durable()));
    }

    /// The data of one server and broker are of no use to a cluster, and the other way round.
    ///
    /// @throws StackFailure when the folder has those of the other kind
    static void requireSame(Options options, DataFolder folder) {
        boolean clustered = options.cluster().isPresent();
        if (Files.exists(folder.root().resolve(clustered ? "postgres" : "postgres-1"))) {
            throw new StackFailure(
                    folder.root()
                            + (clustered
                                    ? " has the data of a stack without --cluster"
                                    : " has the data of a cluster: start it with --cluster")
                            + ", or choose another folder with --data.");
        }
    }

    /// The primary, if there are two.
    Postgres postgres() {
        return pair == null ? single : pair.primary();
    }

    Optional<PostgresPair> pair() {
        return Optional.ofNullable(pair);
    }

    List<Kafka> brokers() {
        return brokers;
    }

    List<StackProcess> processes() {
        List<Postgres> servers = pair == null ? List.of(single) : pair.servers();
        return Stream.<StackProcess>concat(servers.stream(), brokers.stream()).toList();
    }

    /// The standby copies the primary, which therefore starts before it.
    void start(ParallelProcesses together) {
        together.start(Stream.concat(Stream.of(postgres()), brokers.stream()).toList());
        if (pair != null) {
            together.start(List.of(pair.standby()));
            pair.watch();
        }
    }

    /// From now on the standby becomes the primary when that dies. Without a complete standby the
    /// dead one is started again, as any other process.
    void replaceDeadPrimaries() {
        if (pair != null) {
            Thread.ofVirtual().name("failover").start(() -> replaceDeadPrimaries(pair));
        }
    }

    private void replaceDeadPrimaries(PostgresPair two) {
        String refusal = "";
        while (!closed) {
            try {
                Thread.sleep(LOOK);
                String dead = two.primary().name();
                if (!closed && two.promoteIfPrimaryIsMissing()) {
                    progress.accept(
                            "%s is down: %s is the primary now."
                                    .formatted(dead, two.primary().name()));
                }
                refusal = "";
            } catch (StackFailure e) {
                if (!refusal.equals(e.getMessage())) {
                    refusal = String.valueOf(e.getMessage());
                    progress.accept(refusal);
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// Kafka, then PostgreSQL: the primary ends when the standby has its last commit.
    void stop(ParallelProcesses together, Duration limit) {
        together.stop(brokers, limit);
        together.stop(List.of(postgres()), limit);
        if (pair != null) {
            together.stop(List.of(pair.standby()), limit);
        }
    }

    /// Ends the watching, not the processes.
    @Override
    public void close() {
        closed = true;
        pair().ifPresent(PostgresPair::close);
    }
}
