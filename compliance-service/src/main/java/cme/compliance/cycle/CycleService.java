package cme.compliance.cycle;

import cme.chassis.http.IfMatch;
import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.Outcome;
import cme.compliance.record.Recording;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.RevisionService;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Records the cycle of a diplomate.
@Singleton
class CycleService extends RevisionService<DiplomateId, Cycle> {

    private final RuleSets ruleSets;

    CycleService(Recording recording, Cycles cycles, RuleSets ruleSets) {
        super(
                recording,
                DiplomateRecord::cycleHistory,
                (_, added) -> cycles.persistAndFlush(CycleRevision.of(added)));
        this.ruleSets = ruleSets;
    }

    /// Decides about a row of an import, which replaces any cycle.
    Outcome<DiplomateId, Cycle> decide(
            Handle transaction, CycleImportRow row, DiplomateRecord record, String by) {
        return decide(
                transaction,
                row.diplomate(),
                record,
                row.diplomate(),
                row.request()::at,
                IfMatch.ANY,
                by);
    }

    /// The cycle recorded last, of those that are there.
    @Override
    protected Optional<Recorded<DiplomateId, Cycle>> current(
            DiplomateRecord record, DiplomateId diplomate) {
        return cycles(record).recordedLast().map(Place::revision);
    }

    /// A cycle of the diplomate that says the same already; it need not be the one recorded last.
    @Override
    protected Optional<Recorded<DiplomateId, Cycle>> same(
            DiplomateRecord record,
            Optional<Recorded<DiplomateId, Cycle>> current,
            Function<Instant, Cycle> value) {
        return cycles(record).places().stream()
                .map(Place::revision)
                .filter(revision -> revision.says(value))
                .findFirst();
    }

    /// Tracers and decisions in force must belong to due years of the cycles that there would be.
    @Override
    protected Optional<Outcome<DiplomateId, Cycle>> refusal(
            DiplomateId diplomate, DiplomateRecord record, Cycle cycle) {
        return inUse(
                record,
                cycles(record)
                        .with(
                                new Recorded<>(diplomate, 0, cycle, cycle.recordedAt(), ""),
                                ruleSets.rules(cycle.ruleSet())));
    }

    /// Tracers and decisions wait for the next cycle where none is left. Beside other cycles they
    /// would belong to nothing.
    @Override
    protected Optional<Outcome<DiplomateId, Cycle>> refusalToTakeBack(
            DiplomateRecord record, Cycle cycle) {
        CycleSequence left = cycles(record).without(cycle);
        return left.places().isEmpty() ? Optional.empty() : inUse(record, left);
    }

    private CycleSequence cycles(DiplomateRecord record) {
        return record.cyclesKnownAt(Instant.MAX, ruleSets::rules);
    }

    private static Optional<Outcome<DiplomateId, Cycle>> inUse(
            DiplomateRecord record, CycleSequence cycles) {
        List<String> orphans = record.withoutPlace(cycles);
        return orphans.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Outcome.Conflict<>(
                                "cycle-in-use",
                                "There would be no place for %s. Take that back first."
                                        .formatted(String.join(", ", orphans))));
    }
}
