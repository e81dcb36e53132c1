package cme.system.faults;

import cme.stack.process.StackProcess;
import cme.stack.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Every kind of fault, the most telling ones first.
final class FaultSchedule {

    private static final int LONGEST_OUTAGE_MS = 1_200;
    private static final Duration HOLD = Duration.ofMillis(1_500);

    private final FaultSystem plant;
    private final DatabaseSessions sessions;
    private final Random random;

    FaultSchedule(FaultSystem plant, DatabaseSessions sessions, Random random) {
        this.plant = plant;
        this.sessions = sessions;
        this.random = random;
    }

    List<Fault> shuffled(List<Fault> faults) {
        var order = new ArrayList<>(faults);
        Collections.shuffle(order, random);
        return order;
    }

    /// The faults of one seed when each seed in turn gets its share, the most telling faults first.
    List<Fault> hand(int seat, int seats, int size) {
        var all = all();
        return IntStream.range(0, all.size())
                .filter(i -> i % seats == seat)
                .limit(size)
                .mapToObj(all::get)
                .toList();
    }

    List<Fault> all() {
        var credit = plant.credit();
        var compliance = plant.compliance();
        var postgres = plant.stack().postgres();
        var kafka = plant.stack().kafka();
        var faults = new ArrayList<Fault>();
        faults.add(holdRosters());
        faults.add(kill("compliance-service", one(compliance)));
        faults.add(kill("everything", plant.stack().processes().toArray(StackProcess[]::new)));
        faults.add(kill("PostgreSQL", postgres));
        faults.add(zombiePublisher(one(credit)));
        faults.add(zombieConsumer(one(compliance)));
        faults.add(
                cut("PostgreSQL", plant.relays().postgres()::cut, plant.relays().postgres()::mend));
        faults.add(kill("Kafka", kafka));
        faults.add(kill("credit-service", one(credit)));
        faults.add(endSessions(Service.COMPLIANCE));
        faults.add(kill("catalog-service", plant.catalog()));
        faults.add(cut("Kafka", plant.relays().kafka()::cut, plant.relays().kafka()::mend));
        faults.add(endSessions(Service.CREDIT));
        faults.add(kill("compliance-service", compliance.getFirst(), compliance.getLast()));
        faults.add(kill("credit-service", credit.getFirst(), credit.getLast()));
        faults.add(kill("Kafka and PostgreSQL", kafka, postgres));
        return faults;
    }

    private <T> T one(List<T> instances) {
        return instances.get(random.nextInt(instances.size()));
    }

    private Duration outage() {
        return Duration.ofMillis(random.nextInt(LONGEST_OUTAGE_MS));
    }

    private Fault kill(String what, StackProcess... victims) {
        var all = Arrays.asList(victims);
        var name = "kill -9 " + (all.size() == 2 && what.endsWith("service") ? "both " : "") + what;
        return new Fault(
                name, outage(), () -> together(all, StackProcess::kill), () -> startAgain(all));
    }

    /// Starts PostgreSQL and Kafka before the services.
    private void startAgain(List<StackProcess> dead) {
        var engines = List.<StackProcess>of(plant.stack().postgres(), plant.stack().kafka());
        together(dead.stream().filter(engines::contains).toList(), StackProcess::start);
        together(dead.stream().filter(one -> !engines.contains(one)).toList(), StackProcess::start);
    }

    private static void together(List<StackProcess> processes, Consumer<StackProcess> work) {
        var running =
                processes.stream()
                        .map(
                                one ->
                                        CompletableFuture.runAsync(
                                                () -> work.accept(one), Thread::startVirtualThread))
                        .toList();
        running.forEach(CompletableFuture::join);
    }

    /// Rosters that have drawn the numbers of their events cannot go on; single posts draw higher
    /// ones and commit before them.
    private Fault holdRosters() {
        return Fault.momentary(
                "hold rosters that have drawn their numbers",
                () -> sessions.hold(Service.CREDIT, "roster_row", HOLD));
    }

    /// Freezes the process, perhaps in the middle of a transaction, until another one has its
    /// partitions; then lets it continue.
    private Fault zombieConsumer(StackProcess victim) {
        return frozen("consumer", victim::freeze, victim);
    }

    /// The database ends its sessions meanwhile, as it does with clients that are gone, so that
    /// another one publishes when it wakes.
    private Fault zombiePublisher(StackProcess victim) {
        Runnable inflict =
                () -> {
                    victim.freeze();
                    sessions.end(Service.CREDIT);
                };
        return frozen("publisher", inflict, victim);
    }

    private static Fault frozen(String what, Runnable inflict, StackProcess victim) {
        return new Fault(
                "SIGSTOP a " + what + " past its session",
                FaultSystem.SESSION_TIMEOUT.plusSeconds(2),
                inflict,
                victim::thaw);
    }

    private Fault cut(String what, Runnable cut, Runnable mend) {
        return new Fault("cut connections to " + what, outage(), cut, mend);
    }

    private Fault endSessions(Service service) {
        return Fault.momentary(
                "end database sessions of " + service.module(), () -> sessions.end(service));
    }
}
