package cme.stack;

import cme.stack.kafka.Kafka;
import cme.stack.postgres.Database;
import cme.stack.postgres.Postgres;
import cme.stack.postgres.PostgresPair;
import cme.stack.process.DataFolder;
import cme.stack.process.FolderLock;
import cme.stack.process.StackFailure;
import cme.stack.process.StackProcess;
import cme.stack.relay.Relay;
import cme.stack.relay.Relays;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;
import cme.stack.signin.SignIn;
import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// PostgreSQL, Kafka and the services on this machine, as child processes of this JVM.
///
/// A stack owns its data folder: a second one on the same folder is refused. Processes that an
/// earlier stack left running are ended first, so a start after a crash is like any other.
public final class LocalStack implements AutoCloseable {
    /// The private key in the folder of secrets.
    public static final String SIGNING_KEY = "signing-key.pem";

    static final String LOCK = "lock";

    /// A service finishes accepted requests for 20 s.
    static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Options options;
    private final DataFolder folder;
    private final FolderLock lock;
    private final Ports ports;
    private final Tokens tokens;
    private final EngineProcesses engines;
    private final ServiceProcesses processes;
    private @Nullable Relays relays;
    private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
    private final ParallelProcesses together;
    private final Watchdog watch;
    private final ServiceSettings settings;
    private boolean closed;

    private LocalStack(Options options, DataFolder folder, FolderLock lock) {
        this.options = options;
        this.folder = folder;
        this.lock = lock;
        this.ports = options.ports().orElseGet(() -> RememberedPorts.of(folder));
        this.tokens = new Tokens(signingKey(folder));
        this.engines = EngineProcesses.of(options, folder, ports);
        this.processes =
                new ServiceProcesses(
                        new ServiceEnvironment(folder, tokens.key(), kafka()),
                        postgres().superuser(),
                        ports,
                        options.serviceArguments(),
                        this::reached);
        this.together = new ParallelProcesses(options.progress());
        this.watch = new Watchdog(options.progress());
        this.settings = new ServiceSettings(folder);
    }

    /// Opens and starts.
    ///
    /// @throws StackFailure when it does not come up; nothing is left running then
    public static LocalStack start(Options options) {
        LocalStack stack = open(options);
        stack.start();
        return stack;
    }

    /// Takes the data folder and ends what an earlier stack left running there.
    ///
    /// @throws StackFailure when the folder is taken or cannot be written to, or a port is in use
    public static LocalStack open(Options options) {
        DataFolder folder = DataFolder.open(options.folder());
        var file = folder.root().resolve(LOCK);
        FolderLock lock =
                FolderLock.tryAcquire(file)
                        .orElseThrow(
                                () ->
                                        new StackFailure(
                                                "Already running on "
                                                        + folder.root()
                                                        + FolderLock.holder(file)
                                                                .map(
                                                                        h ->
                                                                                " (process "
                                                                                        + h.pid()
                                                                                        + ")")
                                                                .orElse("")
                                                        + "; ./cme stop ends it."));
        try {
            EngineProcesses.requireSame(options, folder);
            int orphans = StopCommand.endOrphans(folder);
            if (orphans > 0) {
                options.progress()
                        .accept("Ended " + orphans + " processes that an earlier run left.");
            }
            LocalStack stack = new LocalStack(options, folder, lock);
            stack.ports.requireFree(options.services(), options.cluster().isPresent());
            RememberedPorts.keep(folder, stack.ports);
            return stack;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    static SigningKey signingKey(DataFolder folder) {
        return SigningKey.in(
                folder.secrets().resolve(SIGNING_KEY),
                text -> folder.writeSecret(SIGNING_KEY, text));
    }

    /// Starts the parts that the options name and waits until all of them answer.
    ///
    /// @throws StackFailure when it does not come up; nothing is left running then
    public void start() {
        try {
            openRelays();
            options.progress().accept("Starting PostgreSQL and Kafka ...");
            engines.start(together);
            startServices();
            if (options.watched()) {
                engines.replaceDeadPrimaries();
                processes().forEach(watch::over);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startServices() {
        if (!options.services().isEmpty()) {
            for (Service service : Service.values()) {
                ServiceProcess process = processes.first(service);
                if (options.services().contains(service)) {
                    services.add(process);
                } else {
                    settings.write(process);
                }
            }
            options.progress().accept("Starting the services ...");
            together.start(services);
        }
    }

    private void openRelays() {
        if (options.relayed()) {
            relays =
                    new Relays(
                            Relay.open(ports.postgresRelay(), ports.postgres()),
                            Relay.open(ports.kafkaRelay(), ports.kafka()),
                            ports.postgresRelay());
        }
    }

    private Database reached(Database direct) {
        Relays between = relays;
        return between == null ? direct : between.through(direct);
    }

    /// Makes one more instance of a service, on ports of its own, for [#start(List)].
    ///
    /// @param arguments options for its `java`, besides those of every service
    public ServiceProcess another(Service service, List<String> arguments) {
        long made = services.stream().filter(one -> one.service() == service).count();
        return added(processes.another(service, service.module() + "-" + (made + 1), arguments));
    }

    /// Makes an instance of a service under another name, with a database and consumer groups of
    /// that name, for [#start(List)]: it reads every topic from the beginning.
    ///
    /// @param name letters, digits and `_`
    /// @param arguments options for its `java`, besides those of every service
    public ServiceProcess apart(Service service, String name, List<String> arguments) {
        var all = new ArrayList<String>();
        all.add("-Dcme.chassis.projector.group=" + service.module() + "." + name);
        // Its log is another one, whose checkpoints must not get among those of the service.
        all.add("-Dcme.chassis.chain.enabled=false");
        all.addAll(arguments);
        return added(processes.apart(service, name, all));
    }

    private ServiceProcess added(ServiceProcess process) {
        services.add(process);
        return process;
    }

    /// Starts further instances at the same time, beside those that run.
    public void start(List<ServiceProcess> further) {
        together.start(further);
        if (options.watched()) {
            further.forEach(watch::over);
        }
    }

    public DataFolder folder() {
        return folder;
    }

    public Ports ports() {
        return ports;
    }

    public Tokens tokens() {
        return tokens;
    }

    /// The primary, if there are two.
    public Postgres postgres() {
        return engines.postgres();
    }

    /// The first broker, if there are several.
    public Kafka kafka() {
        return engines.brokers().getFirst();
    }

    /// One or three.
    public List<Kafka> brokers() {
        return engines.brokers();
    }

    /// Empty unless the options ask for a cluster.
    public Optional<PostgresPair> pair() {
        return engines.pair();
    }

    /// Empty unless the options ask for relays.
    public Optional<Relays> relays() {
        return Optional.ofNullable(relays);
    }

    /// Empty while there is no portal.
    public Optional<SignIn> signIn() {
        return processes.signIn();
    }

    boolean runs(Service service) {
        return options.services().contains(service);
    }

    /// The first instance of a service.
    public ServiceProcess service(Service service) {
        return services.stream().filter(one -> one.service() == service).findFirst().orElseThrow();
    }

    /// All that belong to this stack.
    public List<StackProcess> processes() {
        return Stream.concat(engines.processes().stream(), services.stream()).toList();
    }

    /// Waits until the stack is closed, or until a process cannot be kept running.
    ///
    /// @throws StackFailure in the latter case
    void await() throws InterruptedException {
        watch.await();
    }

    /// Ends the services, then Kafka, then PostgreSQL, each gently at first. The data stays.
    @Override
    public void close() {
        engines.close();
        watch.close();
        together.interrupt();
        synchronized (lock) {
            if (!closed) {
                closed = true;
                settings.delete();
                together.stop(services, STOP_LIMIT);
                processes.close();
                engines.stop(together, STOP_LIMIT);
                relays().ifPresent(Relays::close);
                lock.close();
            }
        }
    }

    /// Kills every process. No acknowledged change is lost, but the next start takes longer.
    void kill() {
        processes().forEach(StackProcess::kill);
    }
}
