package cme.benchmarks.rig;

import cme.benchmarks.Scale;
import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import cme.stack.client.Api;
import cme.stack.postgres.Database;
import cme.stack.process.Folders;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;
import cme.stack.token.Tokens;

import org.apache.kafka.common.TopicPartition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The real stack with fsync on, and what the measurements need beside it. Everything is on
/// loopback.
public final class Rig implements AutoCloseable {
    private static final int REFERENCE_PORT = 30; // of the spare ones of the stack
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final Scale scale;
    private final Sql credit;
    private final Sql compliance;

    private Rig(LocalStack stack, Scale scale) {
        this.stack = stack;
        this.scale = scale;
        this.credit = Sql.open(database(stack, Service.CREDIT));
        this.compliance = Sql.open(database(stack, Service.COMPLIANCE));
    }

    /// Starts everything on an empty folder. What dies is not started again: a figure of a service
    /// that came back would be wrong.
    public static Rig start(Path folder, Ports ports, Scale scale) {
        return new Rig(
                LocalStack.start(
                        Options.in(folder)
                                .on(ports)
                                .unwatched()
                                .tellingProgressTo(System.out::println)),
                scale);
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
        return new Topic(stack.kafka().bootstrapServers(), name);
    }

    public ServiceProcess service(Service service) {
        return stack.service(service);
    }

    public void stop(Service service) {
        service(service).stop(STOP_LIMIT);
    }

    /// Starts the services that do not run.
    public void startAll() {
        for (Service service : Service.values()) {
            service(service).start();
        }
    }

    /// The reference application on one of the stack's databases; the caller stops it.
    public ReferenceProcess startReference(Sql database) {
        var reference = reference(database);
        reference.start();
        return reference;
    }

    public ReferenceProcess reference(Sql database) {
        return new ReferenceProcess(
                stack.folder(),
                database.database(),
                stack.ports().base() + REFERENCE_PORT,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        stack.kafka().bootstrapServers(),
                        "QUARKUS_OIDC_PUBLIC_KEY",
                        tokens().key().publicKey(),
                        "QUARKUS_OIDC_TOKEN_ISSUER",
                        Tokens.ISSUER,
                        "QUARKUS_OIDC_TOKEN_AUDIENCE",
                        Tokens.AUDIENCE));
    }

    /// Waits until every change was published.
    public void awaitPublished() {
        Await.until("events to be published", () -> unpublished() == 0);
    }

    /// Waits until what was published took effect, and nobody waits to be assessed.
    public void awaitIdle() {
        awaitPublished();
        long sent = topic(Topic.COMPLETIONS).size();
        Await.until("completions to be assessed", () -> assessed() >= sent);
        awaitReassessed();
    }

    /// Starts compliance-service after all that was published while it was down. To read what was
    /// measured without it would take longer than to measure it.
    public void startComplianceAtTheEnd() {
        awaitPublished();
        goOnFrom(topic(Topic.COMPLETIONS).ends());
        service(Service.COMPLIANCE).start();
    }

    /// Has compliance-service, which is down, read from these offsets on when it starts.
    public void goOnFrom(Map<TopicPartition, Long> offsets) {
        offsets.forEach(
                (partition, offset) ->
                        compliance.run(
                                "update projection_offset set next_offset = %d where topic = '%s' and partition = %d"
                                        .formatted(
                                                offset, partition.topic(), partition.partition())));
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

    private double unpublished() {
        URI metrics = URI.create(stack.service(Service.CREDIT).managementUrl() + "/q/metrics");
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
            // All of them, whatever becomes of the others.
        }
    }
}
