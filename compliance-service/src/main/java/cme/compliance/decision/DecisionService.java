package cme.compliance.decision;

import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.Outcome;
import cme.compliance.record.Recording;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.RevisionService;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Records decisions of the board. The latest one on a requirement and due year holds.
@Singleton
class DecisionService extends RevisionService<Finding.Key, Decision> {

    private final RuleSets ruleSets;

    DecisionService(Recording recording, Decisions decisions, RuleSets ruleSets) {
        super(
                recording,
                DiplomateRecord::decisionHistory,
                (diplomate, added) ->
                        decisions.persistAndFlush(new DecisionRevision(diplomate, added)));
        this.ruleSets = ruleSets;
    }

    /// One that waits for a cycle has to fit first.
    @Override
    protected Optional<Recorded<Finding.Key, Decision>> same(
            DiplomateRecord record,
            Optional<Recorded<Finding.Key, Decision>> current,
            Function<Instant, Decision> value) {
        CycleSequence cycles = record.cyclesKnownAt(Instant.MAX, ruleSets::rules);
        return super.same(record, current, value)
                .filter(decision -> cycles.ofRecorded(decision.subject().dueYear()).isPresent());
    }

    @Override
    protected Optional<Outcome<Finding.Key, Decision>> refusal(
            DiplomateId diplomate, DiplomateRecord record, Decision decision) {
        CycleSequence cycles = record.cyclesKnownAt(Instant.MAX, ruleSets::rules);
        if (cycles.places().isEmpty()) {
            return Optional.of(Outcome.noCycle(diplomate));
        }
        Optional<Place> place = cycles.ofRecorded(decision.dueYear());
        if (place.isEmpty()) {
            return Outcome.invalid(List.of(DueYears.ofNoCycle(decision.dueYear())));
        }
        int dueYear = place.get().dueYearOf(decision.dueYear()).orElseThrow();
        return Outcome.invalid(
                DueYears.violations(
                        place.get().rules(), place.get().cycle(), decision.inDueYear(dueYear)));
    }
}
