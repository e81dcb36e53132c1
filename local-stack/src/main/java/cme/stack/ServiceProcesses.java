package cme.stack;

import cme.stack.postgres.Database;
import cme.stack.postgres.Superuser;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;
import cme.stack.signin.SignIn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes the processes of services, not started yet, with their settings and ports. Once there is
/// one of the portal, people can sign in.
final class ServiceProcesses implements AutoCloseable {
    private final ServiceEnvironment environment;
    private final Superuser superuser;
    private final Ports ports;
    private final List<String> arguments;
    private final UnaryOperator<Database> reached;
    private final Set<Integer> spares = new HashSet<>();
    private volatile @Nullable SignIn signIn;

    /// @param arguments options for the `java` of every service
    /// @param reached how a service reaches a database
    ServiceProcesses(
            ServiceEnvironment environment,
            Superuser superuser,
            Ports ports,
            List<String> arguments,
            UnaryOperator<Database> reached) {
        this.environment = environment;
        this.superuser = superuser;
        this.ports = ports;
        this.arguments = arguments;
        this.reached = reached;
    }

    ServiceProcess first(Service service) {
        return instance(service, service.module(), ports.http(service), List.of());
    }

    /// On ports of its own.
    ///
    /// @param further options for its `java`
    ServiceProcess another(Service service, String name, List<String> further) {
        return instance(service, name, spare(), further);
    }

    /// On ports of its own, with a database of this name.
    ///
    /// @param further options for its `java`
    ServiceProcess apart(Service service, String name, List<String> further) {
        return withDatabase(service, name, spare(), name, further);
    }

    private synchronized int spare() {
        int port = ports.spare(spares);
        spares.add(port);
        return port;
    }

    private ServiceProcess instance(Service service, String name, int port, List<String> further) {
        return service.hasDatabase()
                ? withDatabase(service, name, port, service.database(), further)
                : process(service, name, port, portalSettings(port), further);
    }

    private ServiceProcess withDatabase(
            Service service, String name, int port, String database, List<String> further) {
        var settings =
                environment.withDatabase(
                        service, database, reached.apply(superuser.database(database)));
        return process(service, name, port, settings, further);
    }

    private Map<String, String> portalSettings(int port) {
        var how = environment.signIn(ports);
        if (signIn == null) {
            signIn = SignIn.open(how);
        }
        return environment.ofPortal(ports, port, how);
    }

    private ServiceProcess process(
            Service service,
            String name,
            int port,
            Map<String, String> settings,
            List<String> further) {
        var all = new ArrayList<>(arguments);
        all.addAll(further);
        return new ServiceProcess(
                environment.folder(),
                new ServiceProcess.Instance(
                        service, name, port, port + Ports.MANAGEMENT, settings, all));
    }

    Optional<SignIn> signIn() {
        return Optional.ofNullable(signIn);
    }

    @Override
    public void close() {
        signIn().ifPresent(SignIn::close);
    }
}
