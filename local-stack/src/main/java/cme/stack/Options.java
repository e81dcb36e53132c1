package cme.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What to start and how.
///
/// @param folder the data folder
/// @param ports where to listen; empty: as remembered in the data folder, else {@link
///   Ports#DEFAULT}
/// @param durable whether PostgreSQL writes a commit through to the disk before it acknowledges it,
///   and Kafka an event soon after; only tests may do without
/// @param services whether the three services are started too
/// @param watched whether a process that dies is started again
/// @param relayed whether the services reach PostgreSQL and Kafka through relays, whose connections
///   a test can cut
/// @param serviceArguments options for the `java` of every service
/// @param progress takes lines for the user, from any thread
public record Options(
        Path folder,
        Optional<Ports> ports,
        boolean durable,
        boolean services,
        boolean watched,
        boolean relayed,
        List<String> serviceArguments,
        Consumer<String> progress) {
    public Options {
        serviceArguments = List.copyOf(serviceArguments);
    }

    /// The real thing: durable, watched, with its services, silent.
    public static Options in(Path folder) {
        return new Options(folder, Optional.empty(), true, true, true, false, List.of(), _ -> {});
    }

    public Options on(Ports chosen) {
        return new Options(
                folder,
                Optional.of(chosen),
                durable,
                services,
                watched,
                relayed,
                serviceArguments,
                progress);
    }

    public Options withoutServices() {
        return new Options(
                folder, ports, durable, false, watched, relayed, serviceArguments, progress);
    }

    /// Much faster, and a power failure may cost data.
    public Options notDurable() {
        return new Options(
                folder, ports, false, services, watched, relayed, serviceArguments, progress);
    }

    /// What dies stays dead, as fault tests want it.
    public Options unwatched() {
        return new Options(
                folder, ports, durable, services, false, relayed, serviceArguments, progress);
    }

    /// The services' connections to PostgreSQL and Kafka can be cut: see {@link LocalStack#relays}.
    public Options throughRelays() {
        return new Options(
                folder, ports, durable, services, watched, true, serviceArguments, progress);
    }

    public Options withServiceArguments(List<String> arguments) {
        return new Options(folder, ports, durable, services, watched, relayed, arguments, progress);
    }

    public Options tellingProgressTo(Consumer<String> listener) {
        return new Options(
                folder, ports, durable, services, watched, relayed, serviceArguments, listener);
    }
}
