package cme.system.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Clients post, correct and withdraw while the instances of an earlier version are replaced by
/// this one, one after the other, then by the earlier one again, and by this one for good. In
/// between, old and new instances work on the same databases and topics. Nothing that was
/// acknowledged is lost, nothing is counted twice, and in the end everything downstream is what
/// this version makes of the ledger.
///
/// `./cme upgrade-test` builds the earlier version and runs this. An ordinary build has no second
/// version, so the name does not end in `Test`.
class RollingUpgrade {

    @Test
    void twoVersionsWorkSideBySide() throws Exception {
        var earlier = Path.of(required("upgrade.from"));
        long seed = Long.parseLong(System.getProperty("upgrade.seed", "1"));
        var folder = Path.of("target", "upgrade-" + ProcessHandle.current().pid());
        try (var plant = FaultSystem.startFrom(earlier, Files.createDirectories(folder))) {
            SampleRecords.enter(plant);
            try (var run = new FaultRun(plant)) {
                run.take(seed, new UpgradeSchedule(plant, earlier, seed).steps());
                run.rebuild();
                System.out.println(run.figures("Replacements"));
            }
        }
    }

    private static String required(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("Run ./cme upgrade-test, which sets " + property);
        }
        return value;
    }
}
