package cme.system.faults;

import cme.stack.postgres.DataDurability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// As [FaultTest], with three brokers, a primary and a standby: whole machines fail, and others go
/// on in their place. It takes too long for every build: `./cme faults --cluster` runs it.
///
/// `-Dfaults.seeds`, `-Dfaults.minutes` as there; `-Dfaults.durability=preferred` lets commits go
/// on without the standby, and `-Dfaults.roster-rows` is the size of the roster that a failover
/// interrupts.
@Tag("by-hand")
class ClusterFaultTest {

    private static final long MILLIS_A_MINUTE = 60_000;

    @Test
    void nothingIsLostAndNothingIsCountedTwice() throws Exception {
        var folder = Path.of("target", "faults-" + ProcessHandle.current().pid());
        var durability = DataDurability.of(System.getProperty("faults.durability", "required"));
        try (var plant = FaultSystem.startCluster(Files.createDirectories(folder), durability)) {
            SampleRecords.enter(plant);
            try (var run = new FaultRun(plant)) {
                for (var seed : System.getProperty("faults.seeds", "1").split(",")) {
                    run.go(Long.parseLong(seed), length());
                }
                run.rebuild();
                System.out.println(run.figures("Faults"));
            }
        }
    }

    private static FaultRun.Length length() {
        double minutes = Double.parseDouble(System.getProperty("faults.minutes", "0"));
        return new FaultRun.Length(
                FaultSchedule::all, Duration.ofMillis(Math.round(minutes * MILLIS_A_MINUTE)));
    }
}
