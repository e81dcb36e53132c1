package cme.system.faults;

import cme.stack.process.ProjectFolder;
import cme.stack.service.ServiceProcess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Every replacement of an upgrade, a return to the earlier version, and the upgrade once more. The
/// order of the instances follows from a seed and differs between the three, because the order of
/// services is not to matter.
final class UpgradeSchedule {

    /// Requests arrive at both versions for so long after each replacement.
    private static final Duration SIDE_BY_SIDE = Duration.ofSeconds(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final FaultSystem plant;
    private final Path earlier;
    private final Random random;

    /// @param earlier the folder of the earlier version
    UpgradeSchedule(FaultSystem plant, Path earlier, long seed) {
        this.plant = plant;
        this.earlier = earlier;
        this.random = new Random(seed);
    }

    List<Fault> steps() {
        var here = ProjectFolder.find();
        return Stream.of(
                        replacements("upgraded", here),
                        replacements("put back", earlier),
                        replacements("upgraded", here))
                .flatMap(List::stream)
                .toList();
    }

    private List<Fault> replacements(String what, Path built) {
        var all = new ArrayList<Fault>();
        for (var instance : plant.instances()) {
            all.add(
                    new Fault(
                            instance.service().module() + " " + what,
                            SIDE_BY_SIDE,
                            () -> replace(instance, built),
                            () -> {}));
        }
        Collections.shuffle(all, random);
        return all;
    }

    /// Its port stays, so clients find it again; meanwhile they go to the other instance.
    private static void replace(ServiceProcess instance, Path built) {
        instance.stop(STOP_LIMIT);
        instance.runFrom(built);
        instance.start();
    }
}
