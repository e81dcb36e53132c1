package cme.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.service.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Runs one system through some seeds. Each seed determines clients and faults; there is a check
/// after every fault, and a thorough one at the end.
final class FaultRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LONGEST_PEACE_MS = 800;
    private static final int MOST_SHOWN = 20;

    private final FaultSystem plant;
    private final Journal journal = new Journal();
    private final RunFigures figures = new RunFigures();
    private final DatabaseSessions sessions;
    private final ConsistencyCheck checker;

    FaultRun(FaultSystem plant) {
        this.plant = plant;
        this.sessions = new DatabaseSessions(plant.stack());
        this.checker = new ConsistencyCheck(plant, sessions, journal);
    }

    /// The length of a run.
    ///
    /// @param dealt the faults of a round, chosen for each round
    /// @param atLeast there is another round until this time has passed
    record Length(Function<FaultSchedule, List<Fault>> dealt, Duration atLeast) {}

    void go(long seed, Length length) throws InterruptedException {
        underTraffic(seed, () -> breakThings(seed, length));
    }

    /// Takes these steps in this order.
    void take(long seed, List<Fault> steps) throws InterruptedException {
        var begun = Instant.now();
        underTraffic(seed, () -> steps.forEach(step -> take(seed, begun, step)));
    }

    private void underTraffic(long seed, Runnable work) throws InterruptedException {
        var begun = Instant.now();
        var crowd = ConcurrentClients.of(seed, plant, journal);
        try {
            crowd.start();
            work.run();
            crowd.stop();
            crowd.join();
            settle("seed " + seed + ", in the end", checker::differencesInTheEnd);
        } finally {
            crowd.stop();
        }
        figures.count(Duration.between(begun, Instant.now()));
    }

    private void breakThings(long seed, Length length) {
        var begun = Instant.now();
        var random = new Random(~seed);
        var deck = plant.faults(sessions, journal, random);
        do {
            for (var fault : deck.shuffled(length.dealt().apply(deck))) {
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(LONGEST_PEACE_MS)).toNanos());
                take(seed, begun, fault);
            }
        } while (Instant.now().isBefore(begun.plus(length.atLeast())));
    }

    private void take(long seed, Instant begun, Fault fault) {
        journal.beginFault();
        fault.inflict().run();
        LockSupport.parkNanos(fault.lasts().toNanos());
        fault.heal().run();
        awaitProgress("seed %d, after \"%s\"".formatted(seed, fault.kind()));
        figures.count(fault, journal.longestSilence());
        System.out.printf(
                "Seed %d, %d s: %s; %,d answers, longest silence %,d ms%n",
                seed,
                Duration.between(begun, Instant.now()).toSeconds(),
                fault.kind(),
                journal.answered(),
                journal.longestSilence().toMillis());
        assertThat(shown(checker.differencesNow()))
                .as("seed %d, after \"%s\"", seed, fault.kind())
                .isEmpty();
    }

    /// Clients are answered again.
    private void awaitProgress(String when) {
        long before = journal.answered();
        await("answers, " + when).atMost(PATIENCE).until(() -> journal.answered() > before);
    }

    private interface Look {
        List<String> differences();
    }

    /// Waits, because differences in transit disappear and real ones stay.
    private void settle(String when, Look look) {
        await().pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(BETWEEN_LOOKS)
                .untilAsserted(() -> assertThat(shown(look.differences())).as(when).isEmpty());
    }

    /// One more compliance-service that knows nothing but what is on Kafka comes to the same.
    void rebuild() {
        var rebuilt =
                plant.stack()
                        .apart(
                                Service.COMPLIANCE,
                                "rebuilt",
                                List.of("-Dcme.chassis.publisher.enabled=false"));
        plant.stack().start(List.of(rebuilt));
        // It reads all topics meanwhile.
        Diplomates.enrol(plant.board(rebuilt).within(PATIENCE));
        settle("rebuilt", () -> checker.differencesOfRebuilt(rebuilt));
    }

    /// @param title such as "Faults"
    String figures(String title) {
        return figures.text(title, journal, checker);
    }

    @Override
    public void close() {
        checker.close();
    }

    private static List<String> shown(List<String> differences) {
        return differences.size() <= MOST_SHOWN
                ? differences
                : List.of(
                        "%d differences, the first of them:%n%s"
                                .formatted(
                                        differences.size(),
                                        String.join("\n", differences.subList(0, MOST_SHOWN))));
    }
}
