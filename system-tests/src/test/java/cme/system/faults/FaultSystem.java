package cme.system.faults;

import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import cme.stack.client.Api;
import cme.stack.relay.Relays;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;
import cme.system.JvmOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The whole system, with two instances of the services that share their work, and its connections
/// through relays. A process that dies stays dead until it is started again.
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

    static FaultSystem start(Path folder) {
        var options =
                Options.in(folder)
                        .on(Ports.free())
                        .without(Service.PORTAL)
                        .unwatched()
                        .throughRelays()
                        .withServiceArguments(ARGUMENTS);
        var stack = LocalStack.start(options);
        return new FaultSystem(
                stack,
                List.of(stack.service(Service.CREDIT), stack.startAnother(Service.CREDIT)),
                List.of(stack.service(Service.COMPLIANCE), stack.startAnother(Service.COMPLIANCE)));
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
