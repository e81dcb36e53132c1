package cme.compliance.cycle;

import cme.chassis.http.ETag;
import cme.chassis.problem.Problem;
import cme.compliance.record.CycleRevision;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.Outcome;
import cme.compliance.record.RecordEntries;
import cme.compliance.record.Recording;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Records cycles.
@Singleton
class CycleService {

    private final Recording recording;
    private final RecordEntries entries;
    private final RuleSets ruleSets;

    CycleService(Recording recording, RecordEntries entries, RuleSets ruleSets) {
        this.recording = recording;
        this.entries = entries;
        this.ruleSets = ruleSets;
    }

    /// @param seen what keeps the caller from replacing the version in force, if anything
    Outcome<CycleRevision> put(
            DiplomateId diplomate,
            CycleRequest request,
            String by,
            Function<ETag, Optional<Problem>> seen) {
        return recording.of(
                diplomate,
                by,
                (transaction, record, at) -> {
                    var outcome = decide(record, request, by, at, seen);
                    add(transaction, diplomate, outcome);
                    return outcome;
                });
    }

    private void add(Handle transaction, DiplomateId diplomate, Outcome<CycleRevision> outcome) {
        switch (outcome) {
            case Outcome.Created(CycleRevision added) -> add(transaction, diplomate, added);
            case Outcome.Replaced(CycleRevision added) -> add(transaction, diplomate, added);
            case Outcome.Unchanged<CycleRevision> _, Outcome.Refused<CycleRevision> _ -> {}
        }
    }

    private void add(Handle transaction, DiplomateId diplomate, CycleRevision added) {
        entries.addCycles(transaction, List.of(new RecordEntries.NewCycle(diplomate, added)));
    }

    /// What becomes of the request, given what is recorded; records nothing itself.
    Outcome<CycleRevision> decide(
            DiplomateRecord record,
            CycleRequest request,
            String by,
            Instant at,
            Function<ETag, Optional<Problem>> seen) {
        var current = record.cycle();
        var cycle =
                new Cycle(request.ruleSet(), request.cycleStartYear(), request.certifiedOn(), at);
        if (current == null) {
            return new Outcome.Created<>(new CycleRevision(1, cycle, by));
        }
        if (current.says(request)) {
            return new Outcome.Unchanged<>(current);
        }
        var refusal = seen.apply(ETag.of(current.revision())).or(() -> orphans(record, cycle));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        return new Outcome.Replaced<>(new CycleRevision(current.revision() + 1, cycle, by));
    }

    /// What is recorded by due year must still have its place in the new cycle.
    private Optional<Problem> orphans(DiplomateRecord record, Cycle cycle) {
        var rules = ruleSets.find(cycle.ruleSet()).orElseThrow().rules();
        var orphans = new ArrayList<String>();
        for (var tracer : record.tracersInForce()) {
            int dueYear = tracer.tracer().dueYear();
            if (!DueYears.ofTracers(rules).contains(dueYear)) {
                orphans.add("the tracer of due year " + dueYear);
            }
        }
        for (var decision : record.decisionsInForce()) {
            if (!fits(Objects.requireNonNull(decision.decision()), rules, cycle)) {
                orphans.add(
                        "the decision on %s in due year %d"
                                .formatted(
                                        decision.matter().requirement(),
                                        decision.matter().dueYear()));
            }
        }
        return orphans.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Problem.conflict(
                                "cycle-in-use",
                                "With this cycle there is no place for "
                                        + String.join(", ", orphans)
                                        + ". Take that back first."));
    }

    private static boolean fits(Decision decision, RuleSet rules, Cycle cycle) {
        var until = RulingKind.until(decision.ruling());
        return DueYears.of(rules, decision.requirement()).contains(decision.dueYear())
                && (until == null || until.isAfter(rules.deadlineOf(cycle, decision.dueYear())));
    }
}
