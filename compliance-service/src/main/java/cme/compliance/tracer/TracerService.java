package cme.compliance.tracer;

import cme.chassis.problem.Violation;
import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.Outcome;
import cme.compliance.record.Recording;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.RevisionService;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Tracer;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

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

    /// One that waits for a cycle has to fit first.
    @Override
    protected Optional<Recorded<Integer, Tracer.Chosen>> same(
            DiplomateRecord record,
            Optional<Recorded<Integer, Tracer.Chosen>> current,
            Function<Instant, Tracer.Chosen> value) {
        CycleSequence cycles = record.cyclesKnownAt(Instant.MAX, ruleSets::rules);
        return super.same(record, current, value)
                .filter(tracer -> cycles.ofRecorded(tracer.subject()).isPresent());
    }

    @Override
    protected Optional<Outcome<Integer, Tracer.Chosen>> refusal(
            DiplomateId diplomate, DiplomateRecord record, Tracer.Chosen tracer) {
        CycleSequence cycles = record.cyclesKnownAt(Instant.MAX, ruleSets::rules);
        if (cycles.places().isEmpty()) {
            return Optional.of(Outcome.noCycle(diplomate));
        }
        Optional<Place> place = cycles.ofRecorded(tracer.dueYear());
        if (place.isEmpty()) {
            return Outcome.invalid(List.of(DueYears.ofNoCycle(tracer.dueYear())));
        }
        RuleSet rules = place.get().rules();
        SortedSet<Integer> years = DueYears.ofTracers(rules);
        int dueYear = place.get().dueYearOf(tracer.dueYear()).orElseThrow();
        if (years.contains(dueYear)) {
            return Optional.empty();
        }
        String detail =
                "%s asks for a tracer in due years %s, not in %d."
                        .formatted(rules.id(), years, dueYear);
        return Outcome.invalid(List.of(new Violation("/dueYear", "due-year.unknown", detail)));
    }
}
