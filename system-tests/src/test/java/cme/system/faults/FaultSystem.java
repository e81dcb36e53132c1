package cme.system.faults;

import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import cme.stack.client.Api;
import cme.stack.postgres.DataDurability;
import cme.stack.postgres.PostgresPair;
import cme.stack.process.StackProcess;
import cme.stack.relay.Relays;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;
import cme.system.JvmOptions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The whole system, with two instances of the services that share their work. A process that dies
/// stays dead until it is started again.
record FaultSystem(LocalStack stack, List<ServiceProcess> credit, List<ServiceProcess> compliance)
        implements AutoCloseable {

    /// Short, so that a frozen consumer soon loses its partitions.
    static final Duration SESSION_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final List<String> ARGUMENTS =
            Stream.concat(
                            JvmOptions.OF_A_SHORT_RUN.stream(),
                            Stream.of(
                                    "-Xmx384m",
                                    "-Dcme.chassis.projector.session-timeout="
                                            + SESSION_TIMEOUT.toSeconds()
                                            + "s"))
                    .toList();

    /// With one broker and one PostgreSQL.
    static FaultSystem start(Path folder) {
        return start(options(folder).throughRelays());
    }

    /// With three brokers, a primary and a standby.
    static FaultSystem startCluster(Path folder, DataDurability durability) {
        return start(options(folder).clustered(durability));
    }

    private static FaultSystem start(Options options) {
        var stack = LocalStack.start(options);
        try {
            var credit = stack.another(Service.CREDIT, List.of());
            var compliance = stack.another(Service.COMPLIANCE, List.of());
            stack.start(List.of(credit, compliance));
            return new FaultSystem(
                    stack,
                    List.of(stack.service(Service.CREDIT), credit),
                    List.of(stack.service(Service.COMPLIANCE), compliance));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /// The same, of another build of the services, with two instances of the catalog too and
    /// without relays.
    ///
    /// @param built as in [ServiceProcess#runFrom]
    static FaultSystem startFrom(Path built, Path folder) {
        var stack = LocalStack.start(options(folder).withoutServices());
        try {
            two(stack, Service.CATALOG, built);
            return new FaultSystem(
                    stack,
                    two(stack, Service.CREDIT, built),
                    two(stack, Service.COMPLIANCE, built));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private static List<ServiceProcess> two(LocalStack stack, Service service, Path built) {
        var both = Stream.generate(() -> stack.another(service, List.of())).limit(2).toList();
        both.forEach(one -> one.runFrom(built));
        stack.start(both);
        return both;
    }

    private static Options options(Path folder) {
        return Options.in(folder)
                .on(Ports.free())
                .without(Service.PORTAL)
                .unwatched()
                .withServiceArguments(ARGUMENTS);
    }

    /// All instances of all services.
    List<ServiceProcess> instances() {
        return stack.processes().stream()
                .filter(ServiceProcess.class::isInstance)
                .map(ServiceProcess.class::cast)
                .toList();
    }

    /// One, or two in an upgrade.
    List<ServiceProcess> catalogs() {
        return instances().stream().filter(one -> one.service() == Service.CATALOG).toList();
    }

    FaultSchedule faults(DatabaseSessions sessions, Journal journal, Random random) {
        return stack.pair()
                .<FaultSchedule>map(
                        pair -> new ClusterFaults(this, pair, sessions, journal, random))
                .orElseGet(() -> new SingleFaults(this, sessions, random));
    }

    /// PostgreSQL and Kafka, in the order in which they are started.
    List<List<StackProcess>> engines() {
        var first = Stream.concat(Stream.of(stack.postgres()), stack.brokers().stream());
        var standby = stack.pair().map(PostgresPair::standby);
        return List.of(
                first.map(StackProcess.class::cast).toList(),
                List.copyOf(standby.stream().toList()));
    }

    ServiceProcess catalog() {
        return stack.service(Service.CATALOG);
    }

    Relays relays() {
        return stack.relays().orElseThrow();
    }

    Api board(ServiceProcess service) {
        return api(service, stack.tokens()::board);
    }

    static Api api(ServiceProcess service, Supplier<String> token) {
        return new Api(service.baseUrl(), token).within(PATIENCE);
    }

    @Override
    public void close() {
        stack.close();
    }
}
