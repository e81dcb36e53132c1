package cme.system.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Clients post, correct and withdraw while a schedule that follows from a seed kills, freezes and
/// cuts one part of the system after the other. Nothing that was acknowledged is lost, nothing is
/// counted twice, and everything downstream follows from the ledger.
///
/// `-Dfaults.seeds=1,2,3` chooses the seeds, `-Dfaults.minutes=10` the minimum length of each, with
/// every kind of fault. Without minutes each seed gets some of the faults, each once: two seeds
/// have them all.
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class FaultTest {

    private static final int FAULTS_OF_A_SHORT_RUN = 8;
    private static final long MILLIS_A_MINUTE = 60_000;

    @Test
    void nothingIsLostAndNothingIsCountedTwice() throws Exception {
        var folder = Path.of("target", "faults-" + ProcessHandle.current().pid());
        try (var plant = FaultSystem.start(Files.createDirectories(folder))) {
            SampleRecords.enter(plant);
            try (var run = new FaultRun(plant)) {
                var seeds = System.getProperty("faults.seeds", "1").split(",");
                for (int seat = 0; seat < seeds.length; seat++) {
                    run.go(Long.parseLong(seeds[seat]), length(seat, seeds.length));
                }
                run.rebuild();
                System.out.println(run.figures("Faults"));
            }
        }
    }

    private static FaultRun.Length length(int seat, int seats) {
        double minutes = Double.parseDouble(System.getProperty("faults.minutes", "0"));
        return minutes == 0
                ? new FaultRun.Length(
                        deck -> deck.hand(seat, seats, FAULTS_OF_A_SHORT_RUN), Duration.ZERO)
                : new FaultRun.Length(
                        FaultSchedule::all,
                        Duration.ofMillis(Math.round(minutes * MILLIS_A_MINUTE)));
    }
}
