package cme.compliance.tracer;

import cme.chassis.problem.Violation;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.Outcome;
import cme.compliance.record.Recording;
import cme.compliance.record.RevisionService;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Tracer;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Records the tracers of a diplomate, one for each due year.
@Singleton
class TracerService extends RevisionService<Integer, Tracer.Chosen> {

    private final RuleSets ruleSets;

    TracerService(Recording recording, Tracers tracers, RuleSets ruleSets) {
        super(
                recording,
                DiplomateRecord::tracerHistory,
                (diplomate, added) ->
                        tracers.persistAndFlush(new TracerRevision(diplomate, added)));
        this.ruleSets = ruleSets;
    }

    @Override
    protected Optional<Outcome<Integer, Tracer.Chosen>> refusal(
            DiplomateId diplomate, DiplomateRecord record, Tracer.Chosen tracer) {
        Optional<Cycle> cycle = record.cycle();
        if (cycle.isEmpty()) {
            return Optional.of(Outcome.noCycle(diplomate));
        }
        RuleSet.Id ruleSet = cycle.get().ruleSet();
        SortedSet<Integer> years = DueYears.ofTracers(ruleSets.find(ruleSet).orElseThrow().rules());
        if (years.contains(tracer.dueYear())) {
            return Optional.empty();
        }
        String detail =
                "%s asks for a tracer in due years %s, not in %d."
                        .formatted(ruleSet, years, tracer.dueYear());
        return Outcome.invalid(List.of(new Violation("/dueYear", "due-year.unknown", detail)));
    }
}
