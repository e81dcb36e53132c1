package cme.system.faults;

import static org.awaitility.Awaitility.await;

import cme.stack.kafka.Kafka;
import cme.stack.kafka.KafkaLogin;
import cme.stack.postgres.PostgresPair;
import cme.stack.process.StackProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;

/// The faults of a system with three brokers, a primary and a standby. Each leaves one broker and
/// one PostgreSQL at least.
final class ClusterFaults extends FaultSchedule {

    /// Longer than the session of a broker (4 s): others lead its partitions when it is back.
    private static final Duration CUT_OFF = Duration.ofSeconds(7);

    private static final Duration STANDBY_GONE = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PostgresPair pair;
    private final DatabaseSessions sessions;
    private final Journal journal;
    private final Random random;

    ClusterFaults(
            FaultSystem plant,
            PostgresPair pair,
            DatabaseSessions sessions,
            Journal journal,
            Random random) {
        super(plant, random);
        this.pair = pair;
        this.sessions = sessions;
        this.journal = journal;
        this.random = random;
    }

    @Override
    List<Fault> all() {
        return List.of(
                failoverUnderALargeRoster(),
                replacePrimary(),
                hitLeader(
                        "kill -9 a broker that leads",
                        outage(),
                        StackProcess::kill,
                        StackProcess::start),
                hitLeader(
                        "cut off a broker that leads (SIGSTOP)",
                        CUT_OFF,
                        StackProcess::freeze,
                        StackProcess::thaw),
                killStandby(),
                twoBrokersInTurn(),
                kill("everything", plant().stack().processes().toArray(StackProcess[]::new)),
                kill("credit-service", one(plant().credit())),
                kill("compliance-service", one(plant().compliance())));
    }

    private interface Blow {
        void to(StackProcess process);
    }

    private Fault hitLeader(String kind, Duration lasts, Blow inflict, Blow heal) {
        var hit = new AtomicReference<StackProcess>();
        return new Fault(
                kind,
                lasts,
                () -> {
                    hit.set(leader());
                    inflict.to(hit.get());
                },
                () -> heal.to(hit.get()));
    }

    private Fault twoBrokersInTurn() {
        var second = new AtomicReference<Kafka>();
        return new Fault(
                "kill -9 two brokers in turn",
                outage(),
                () -> {
                    var first = leader();
                    first.kill();
                    first.start();
                    second.set(leader());
                    second.get().kill();
                },
                () -> second.get().start());
    }

    private Fault killStandby() {
        return new Fault(
                "kill -9 the standby",
                STANDBY_GONE,
                () -> pair.standby().kill(),
                () -> pair.standby().start());
    }

    private Fault replacePrimary() {
        return new Fault(
                "kill -9 the primary, promote the standby",
                outage(),
                this::promote,
                () -> pair.standby().start());
    }

    /// A standby that has just come back takes a moment to count.
    private void promote() {
        await("the standby").atMost(PATIENCE).until(pair::isStandbyComplete);
        pair.promote();
    }

    /// A leading broker dies with the primary, in the middle of the transaction that records the
    /// roster.
    private Fault failoverUnderALargeRoster() {
        var sent = new AtomicReference<CompletableFuture<Void>>();
        var broker = new AtomicReference<Kafka>();
        return new Fault(
                "kill -9 primary and broker under a roster of %,d rows".formatted(LargeRoster.ROWS),
                outage(),
                () -> {
                    await("the standby").atMost(PATIENCE).until(pair::isStandbyComplete);
                    broker.set(leader());
                    var roster = LargeRoster.of(plant(), journal, random);
                    sent.set(CompletableFuture.runAsync(roster::post, Thread::startVirtualThread));
                    await("the roster is being recorded").atMost(PATIENCE).until(this::isRecording);
                    broker.get().kill();
                    pair.promote();
                },
                () -> {
                    together(List.of(broker.get(), pair.standby()), StackProcess::start);
                    sent.get().join();
                });
    }

    private boolean isRecording() {
        return !sessions.query(
                        "credit",
                        """
                        select 1 from pg_stat_activity
                        where usename = 'credit' and backend_xid is not null
                            and now() - xact_start > interval '300 ms'
                        """,
                        row -> row.getInt(1))
                .isEmpty();
    }

    /// The broker that leads some partition of the completions.
    private Kafka leader() {
        var stack = plant().stack();
        Map<String, Object> login =
                Map.copyOf(stack.kafka().login(KafkaLogin.SUPER_USER).settings());
        try (var admin = Admin.create(login)) {
            var topic = EventLog.CREDIT.topic();
            var partitions =
                    admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS)
                            .get(topic)
                            .partitions();
            var led = partitions.stream().filter(one -> one.leader() != null).toList();
            return stack.brokers().get(one(led).leader().id() - 1);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not tell who leads", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
