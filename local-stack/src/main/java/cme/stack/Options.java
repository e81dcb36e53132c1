package cme.stack;

import cme.stack.postgres.DataDurability;
import cme.stack.service.Service;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The parts of a stack to start, and how.
///
/// @param folder the data folder
/// @param ports where to listen; empty: the ports remembered in the data folder, else
///   [Ports#DEFAULT]
/// @param durable whether PostgreSQL writes a commit to the disk before it acknowledges it, and
///   Kafka an event soon after; only tests may do without
/// @param services the services to start
/// @param watched whether a process that dies is started again
/// @param relayed whether the services reach PostgreSQL and Kafka through relays, whose connections
///   a test can cut
/// @param cluster three brokers, and PostgreSQL as a primary with a standby, with what becomes of
///   writes while the standby is gone; empty: one broker and one PostgreSQL
/// @param serviceArguments options for the `java` of every service
/// @param progress takes lines for the user, from any thread
public record Options(
        Path folder,
        Optional<Ports> ports,
        boolean durable,
        Set<Service> services,
        boolean watched,
        boolean relayed,
        Optional<DataDurability> cluster,
        List<String> serviceArguments,
        Consumer<String> progress) {
    public Options {
        services = Set.copyOf(services);
        if (relayed && cluster.isPresent()) {
            throw new IllegalArgumentException("There are no relays to a cluster");
        }
        serviceArguments = List.copyOf(serviceArguments);
    }

    /// Durable and watched, with all services, without progress messages.
    public static Options in(Path folder) {
        return new Options(
                folder,
                Optional.empty(),
                true,
                Set.of(Service.values()),
                true,
                false,
                Optional.empty(),
                List.of(),
                _ -> {});
    }

    public Options on(Ports chosen) {
        return new Options(
                folder,
                Optional.of(chosen),
                durable,
                services,
                watched,
                relayed,
                cluster,
                serviceArguments,
                progress);
    }

    public Options withoutServices() {
        return withServices(Set.of());
    }

    /// Leaves out one service, which is run by other means with the settings that the stack writes
    /// for it: see [ServiceSettings].
    public Options without(Service service) {
        Set<Service> others = new HashSet<>(services);
        others.remove(service);
        return withServices(others);
    }

    private Options withServices(Set<Service> chosen) {
        return new Options(
                folder,
                ports,
                durable,
                chosen,
                watched,
                relayed,
                cluster,
                serviceArguments,
                progress);
    }

    /// Much faster, but a power failure may cost data.
    public Options notDurable() {
        return new Options(
                folder,
                ports,
                false,
                services,
                watched,
                relayed,
                cluster,
                serviceArguments,
                progress);
    }

    /// A process that dies is not started again, as fault tests want it.
    public Options unwatched() {
        return new Options(
                folder,
                ports,
                durable,
                services,
                false,
                relayed,
                cluster,
                serviceArguments,
                progress);
    }

    /// The connections of the services to PostgreSQL and Kafka can be cut: see [LocalStack#relays].
    public Options throughRelays() {
        return new Options(
                folder,
                ports,
                durable,
                services,
                watched,
                true,
                cluster,
                serviceArguments,
                progress);
    }

    public Options clustered(DataDurability durability) {
        return new Options(
                folder,
                ports,
                durable,
                services,
                watched,
                relayed,
                Optional.of(durability),
                serviceArguments,
                progress);
    }

    public Options withServiceArguments(List<String> arguments) {
        return new Options(
                folder, ports, durable, services, watched, relayed, cluster, arguments, progress);
    }

    public Options tellingProgressTo(Consumer<String> listener) {
        return new Options(
                folder,
                ports,
                durable,
                services,
                watched,
                relayed,
                cluster,
                serviceArguments,
                listener);
    }
}
