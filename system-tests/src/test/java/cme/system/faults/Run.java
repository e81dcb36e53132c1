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

/// One run: clients and faults that follow from the seed, a look after every fault, and a thorough
/// one in the end.
final class Run {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LONGEST_PEACE_MS = 800;
    private static final int MOST_SHOWN = 20;

    private final Plant plant;
    private final long seed;
    private final Journal journal = new Journal();
    private final Figures figures = new Figures();
    private final Sessions sessions;

    Run(Plant plant, long seed) {
        this.plant = plant;
        this.seed = seed;
        this.sessions = new Sessions(plant.stack());
    }

    /// How much of the deck is played.
    ///
    /// @param dealt what of it, anew for each round
    /// @param atLeast there is another round until this time has passed
    record Length(Function<Deck, List<Fault>> dealt, Duration atLeast) {}

    void go(Length length) throws InterruptedException {
        var begun = Instant.now();
        var crowd = Crowd.of(seed, plant, journal);
        try (var checker = new Checker(plant, sessions, journal)) {
            crowd.start();
            breakThings(length, checker);
            crowd.stop();
            crowd.join();
            settle("in the end", checker::differencesInTheEnd);
            rebuild(checker);
            var time = Duration.between(begun, Instant.now());
            System.out.println(figures.text(seed, time, journal, checker));
        } finally {
            crowd.stop();
        }
    }

    private void breakThings(Length length, Checker checker) {
        var begun = Instant.now();
        var random = new Random(~seed);
        var deck = new Deck(plant, sessions, random);
        do {
            for (var fault : deck.shuffled(length.dealt().apply(deck))) {
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(LONGEST_PEACE_MS)).toNanos());
                fault.inflict().run();
                LockSupport.parkNanos(fault.lasts().toNanos());
                fault.heal().run();
                figures.count(fault);
                awaitProgress(fault);
                System.out.printf(
                        "Seed %d, %d s: %s; %,d answers%n",
                        seed,
                        Duration.between(begun, Instant.now()).toSeconds(),
                        fault.kind(),
                        journal.answered());
                assertThat(shown(checker.differencesNow()))
                        .as("seed %d, after \"%s\"", seed, fault.kind())
                        .isEmpty();
            }
        } while (Instant.now().isBefore(begun.plus(length.atLeast())));
    }

    /// Clients are answered again.
    private void awaitProgress(Fault fault) {
        long before = journal.answered();
        await("answers after " + fault.kind() + ", seed " + seed)
                .atMost(PATIENCE)
                .until(() -> journal.answered() > before);
    }

    private interface Look {
        List<String> differences();
    }

    /// What is under way arrives; what differs for good is shown.
    private void settle(String when, Look look) {
        await().pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(BETWEEN_LOOKS)
                .untilAsserted(
                        () ->
                                assertThat(shown(look.differences()))
                                        .as("seed %d, %s", seed, when)
                                        .isEmpty());
    }

    /// One more compliance-service that knows nothing but what is on Kafka comes to the same.
    private void rebuild(Checker checker) {
        var rebuilt =
                plant.stack()
                        .startApart(
                                Service.COMPLIANCE,
                                "rebuilt",
                                List.of("-Dcme.chassis.publisher.enabled=false"));
        Diplomates.enrol(plant.board(rebuilt));
        settle("rebuilt", () -> checker.differencesOfRebuilt(rebuilt));
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
