package cme.system.faults;

import cme.stack.process.StackProcess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Every kind of fault of a system, the most telling ones first.
abstract class FaultSchedule {

    private static final int LONGEST_OUTAGE_MS = 1_200;

    private final FaultSystem plant;
    private final Random random;

    FaultSchedule(FaultSystem plant, Random random) {
        this.plant = plant;
        this.random = random;
    }

    abstract List<Fault> all();

    FaultSystem plant() {
        return plant;
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

    <T> T one(List<T> instances) {
        return instances.get(random.nextInt(instances.size()));
    }

    Duration outage() {
        return Duration.ofMillis(random.nextInt(LONGEST_OUTAGE_MS));
    }

    Fault kill(String what, StackProcess... victims) {
        var all = Arrays.asList(victims);
        var name = "kill -9 " + (all.size() == 2 && what.endsWith("service") ? "both " : "") + what;
        return new Fault(
                name, outage(), () -> together(all, StackProcess::kill), () -> startAgain(all));
    }

    /// Starts PostgreSQL and Kafka before the services.
    private void startAgain(List<StackProcess> dead) {
        var engines = plant.engines();
        for (var some : engines) {
            together(some.stream().filter(dead::contains).toList(), StackProcess::start);
        }
        together(
                dead.stream()
                        .filter(one -> engines.stream().noneMatch(some -> some.contains(one)))
                        .toList(),
                StackProcess::start);
    }

    static void together(List<? extends StackProcess> processes, Consumer<StackProcess> work) {
        var running =
                processes.stream()
                        .map(
                                one ->
                                        CompletableFuture.runAsync(
                                                () -> work.accept(one), Thread::startVirtualThread))
                        .toList();
        running.forEach(CompletableFuture::join);
    }
}
