package cme.system.faults;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Clients post, correct and withdraw while a schedule that follows from a seed kills, freezes and
/// cuts one part of the system after the other. Nothing that was acknowledged is lost, nothing is
/// counted twice, and everything downstream follows from the ledger.
///
/// `-Dfaults.seeds=1,2,3` chooses the seeds, `-Dfaults.minutes=10` how long each goes on at least,
/// with every kind of fault. Without minutes some are dealt out to the seeds: four have them all.
class FaultTest {

    private static final int FAULTS_OF_A_SHORT_RUN = 4;
    private static final long MILLIS_A_MINUTE = 60_000;

    static Stream<Arguments> seeds() {
        var seeds = System.getProperty("faults.seeds", "1,2").split(",");
        double minutes = Double.parseDouble(System.getProperty("faults.minutes", "0"));
        var atLeast = Duration.ofMillis(Math.round(minutes * MILLIS_A_MINUTE));
        return IntStream.range(0, seeds.length)
                .mapToObj(
                        i ->
                                arguments(
                                        Long.parseLong(seeds[i]),
                                        atLeast.isZero()
                                                ? brief(i, seeds.length)
                                                : new Run.Length(Deck::all, atLeast)));
    }

    private static Run.Length brief(int seat, int seats) {
        return new Run.Length(deck -> deck.hand(seat, seats, FAULTS_OF_A_SHORT_RUN), Duration.ZERO);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostAndNothingIsCountedTwice(long seed, Run.Length length) throws Exception {
        var folder =
                Path.of("target", "faults-%d-%d".formatted(ProcessHandle.current().pid(), seed));
        try (var plant = Plant.start(Files.createDirectories(folder))) {
            Courses.offer(plant.board(plant.catalog()));
            Diplomates.introduce(plant.board(plant.credit().getFirst()));
            Diplomates.enrol(plant.board(plant.compliance().getFirst()));
            Courses.awaitIn(plant.board(plant.credit().getFirst()));
            new Run(plant, seed).go(length);
        }
    }
}
