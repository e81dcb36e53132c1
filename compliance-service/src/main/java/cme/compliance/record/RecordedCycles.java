package cme.compliance.record;

import cme.chassis.problem.InvalidRequest;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The cycles of a diplomate as they are recorded now.
@Singleton
public class RecordedCycles {

    private final Jdbi jdbi;
    private final Records records;
    private final RuleSets ruleSets;
    private final BoardClock clock;

    RecordedCycles(Jdbi jdbi, Records records, RuleSets ruleSets, BoardClock clock) {
        this.jdbi = jdbi;
        this.records = records;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    public CycleSequence of(DiplomateId diplomate) {
        return jdbi.withHandle(handle -> records.of(handle, List.of(diplomate)).get(diplomate))
                .cyclesKnownAt(Instant.MAX, ruleSets::rules);
    }

    /// How the record names a due year now.
    ///
    /// @throws InvalidRequest when the cycle of today has no such year
    public int recordedAs(CycleSequence cycles, int dueYear) {
        return cycles.recordedAs(dueYear, clock.now());
    }
}
