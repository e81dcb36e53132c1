package cme.benchmarks.stack;

import cme.benchmarks.Scale;
import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import cme.stack.client.Api;
import cme.stack.kafka.KafkaLogin;
import cme.stack.postgres.Database;
import cme.stack.process.DataFolder;
import cme.stack.process.Folders;
import cme.stack.process.StackProcess;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;
import cme.stack.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/// The local stack with fsync on, and the other programs that measurements need. Everything listens
/// on loopback.
public final class BenchmarkStack implements AutoCloseable {
    private static final int REFERENCE_PORT = 30; // of the spare ones of the stack
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final Scale scale;
    private final TimeBudget pace;
    private final Sql credit;
    private final Sql compliance;
    private final ReferenceProcess reference;

    private BenchmarkStack(LocalStack stack, Scale scale, TimeBudget pace) {
        this.stack = stack;
        this.scale = scale;
        this.pace = pace;
        this.credit = Sql.open(database(stack, Service.CREDIT));
        this.compliance = Sql.open(database(stack, Service.COMPLIANCE));
        this.reference = reference(stack, credit.database());
    }

    /// Starts everything but the portal on an empty folder. Processes that die are not started
    /// again: figures of a restarted service would be wrong.
    public static BenchmarkStack start(Path folder, Ports ports, Scale scale, TimeBudget pace) {
        return new BenchmarkStack(
                LocalStack.start(
                        Options.in(folder)
                                .on(ports)
                                .without(Service.PORTAL)
                                .unwatched()
                                .tellingProgressTo(System.out::println)),
                scale,
                pace);
    }

    /// Ends what an earlier run left running there, and deletes its data.
    public static void clear(Path folder, Ports ports) {
        try {
            LocalStack.open(Options.in(folder).on(ports)).close();
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    private static Database database(LocalStack stack, Service service) {
        return stack.postgres().superuser().database(service.database());
    }

    public Scale scale() {
        return scale;
    }

    public TimeBudget pace() {
        return pace;
    }

    public Sql credit() {
        return credit;
    }

    public Sql compliance() {
        return compliance;
    }

    public Tokens tokens() {
        return stack.tokens();
    }

    public String url(Service service) {
        return stack.service(service).baseUrl();
    }

    public Api board(Service service) {
        return new Api(url(service), tokens()::board);
    }

    public Api society() {
        return new Api(url(Service.CREDIT), () -> tokens().society("ASPS"));
    }

    public Topic topic(String name) {
        return new Topic(stack.kafka().login(KafkaLogin.SUPER_USER), name);
    }

    /// Every process of the stack, without the reference application.
    public List<StackProcess> processes() {
        return stack.processes();
    }

    public DataFolder folder() {
        return stack.folder();
    }

    public Ports ports() {
        return stack.ports();
    }

    /// A session of the superuser in the database of the ledger.
    public Connection superuser() {
        return stack.postgres().superuser().connect(credit.database().url());
    }

    public ServiceProcess service(Service service) {
        return stack.service(service);
    }

    public void stop(Service service) {
        service(service).stop(STOP_LIMIT);
    }

    /// Starts the services that do not run.
    public void startAll() {
        for (Service service : Service.withDatabase()) {
            service(service).start();
        }
    }

    /// The reference application, on the database of the ledger. The first measurement that needs
    /// it starts it, and it keeps running: it gets warm once, like the services.
    public ReferenceProcess reference() {
        return reference;
    }

    private static ReferenceProcess reference(LocalStack stack, Database database) {
        return new ReferenceProcess(
                stack.folder(),
                database,
                stack.ports().base() + REFERENCE_PORT,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        stack.kafka().bootstrapServers(),
                        "QUARKUS_OIDC_PUBLIC_KEY",
                        stack.tokens().key().publicKey(),
                        "QUARKUS_OIDC_TOKEN_ISSUER",
                        Tokens.ISSUER,
                        "QUARKUS_OIDC_TOKEN_AUDIENCE",
                        Tokens.AUDIENCE));
    }

    /// Waits until every change was published.
    public void awaitPublished() {
        Await.until("events to be published", () -> unpublished(Service.CREDIT) == 0);
    }

    /// Waits until all published events are applied and no diplomate waits to be assessed.
    public void awaitIdle() {
        awaitPublished();
        long sent = topic(Topic.COMPLETIONS).size();
        Await.until("completions to be assessed", () -> assessed() >= sent);
        awaitReassessed();
    }

    /// Measures while compliance-service is frozen. It continues only after the events published
    /// meanwhile were measured, because applying them would take longer than measuring them.
    public <T> T whileComplianceStandsStill(Supplier<T> measuring) {
        freezeCompliance();
        try {
            return measuring.get();
        } finally {
            awaitPublished();
            thawCompliance(topic(Topic.COMPLETIONS).ends());
        }
    }

    /// Has compliance-service stand still, as if it were on a machine of its own. One that is
    /// stopped would have to be started, and compile again what it has compiled. It is frozen
    /// between two transactions: an open one would hold back what is published.
    public void freezeCompliance() {
        awaitIdle();
        var service = service(Service.COMPLIANCE);
        Await.until(
                "a moment without a transaction",
                () -> {
                    service.freeze();
                    boolean none = compliance.transactionsOf(service.name()) == 0;
                    if (!none) {
                        service.thaw();
                    }
                    return none;
                });
    }

    /// Lets compliance-service, which is frozen, go on and read from these offsets on: where Kafka
    /// has taken it for dead it looks where to begin.
    public void thawCompliance(Map<TopicPartition, Long> offsets) {
        topic(Topic.COMPLETIONS).awaitNoConsumer(Service.COMPLIANCE.module());
        offsets.forEach(
                (partition, offset) ->
                        compliance.run(
                                "update projection_offset set next_offset = %d where topic = '%s' and partition = %d"
                                        .formatted(
                                                offset, partition.topic(), partition.partition())));
        service(Service.COMPLIANCE).thaw();
    }

    public void awaitReassessed() {
        Await.until(
                "reassessments", () -> compliance.holds("not exists (select from reassessment)"));
    }

    /// Events of completions that took effect in compliance-service, since ever.
    public long assessed() {
        return compliance.number(
                "select coalesce(sum(next_offset), 0) from projection_offset where topic = '%s'"
                        .formatted(Topic.COMPLETIONS));
    }

    /// Events of a service that are in its log and not on Kafka, as its metrics tell.
    public double unpublished(Service service) {
        URI metrics = URI.create(service(service).managementUrl() + "/q/metrics");
        try (var stream = metrics.toURL().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("cme_publisher_unpublished"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (stack;
                credit;
                compliance) {
            // Every process is ended, even if ending another one fails.
            reference.stop(STOP_LIMIT);
        }
    }
}
