package cme.compliance.tracer;

import cme.chassis.http.ETag;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.compliance.diplomate.NoCycle;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.Outcome;
import cme.compliance.record.RecordEntries;
import cme.compliance.record.Recording;
import cme.compliance.record.TracerRevision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Tracer;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Records the tracers of a diplomate, one a due year.
@Singleton
class TracerService {

    private final Recording recording;
    private final RecordEntries entries;
    private final RuleSets ruleSets;

    TracerService(Recording recording, RecordEntries entries, RuleSets ruleSets) {
        this.recording = recording;
        this.entries = entries;
        this.ruleSets = ruleSets;
    }

    /// @param seen what keeps the caller from replacing the version in force, if anything
    Outcome<TracerRevision> put(
            DiplomateId diplomate,
            int dueYear,
            TracerRequest request,
            String by,
            Function<ETag, Optional<Problem>> seen) {
        return recording.of(
                diplomate,
                by,
                (transaction, record, at) -> {
                    var refusal = refusal(diplomate, record, dueYear);
                    if (refusal.isPresent()) {
                        return new Outcome.Refused<>(refusal.get());
                    }
                    var last = record.tracersByDueYear().get(dueYear);
                    var current = last == null ? null : last.chosen();
                    if (current != null && says(current, request)) {
                        return new Outcome.Unchanged<>(last);
                    }
                    var stale =
                            current == null
                                    ? Optional.<Problem>empty()
                                    : seen.apply(ETag.of(last.revision()));
                    if (stale.isPresent()) {
                        return new Outcome.Refused<>(stale.get());
                    }
                    var chosen =
                            new Tracer.Chosen(
                                    dueYear, request.procedure(), request.completedOn(), at);
                    var added = new TracerRevision(next(last), chosen, by);
                    entries.add(transaction, diplomate, added);
                    return current == null
                            ? new Outcome.Created<>(added)
                            : new Outcome.Replaced<>(added);
                });
    }

    /// Takes the tracer of a due year back; what is not there is left alone.
    ///
    /// @param seen what keeps the caller from it, if anything
    Outcome<TracerRevision> remove(
            DiplomateId diplomate, int dueYear, String by, Function<ETag, Optional<Problem>> seen) {
        return recording.of(
                diplomate,
                by,
                (transaction, record, at) -> {
                    var last = record.tracersByDueYear().get(dueYear);
                    if (last == null || last.chosen() == null) {
                        return new Outcome.Unchanged<>(last);
                    }
                    var stale = seen.apply(ETag.of(last.revision()));
                    if (stale.isPresent()) {
                        return new Outcome.Refused<>(stale.get());
                    }
                    var removed =
                            new TracerRevision(next(last), new Tracer.Removed(dueYear, at), by);
                    entries.add(transaction, diplomate, removed);
                    return new Outcome.Replaced<>(removed);
                });
    }

    private Optional<Problem> refusal(DiplomateId diplomate, DiplomateRecord record, int dueYear) {
        var cycle = record.cycle();
        if (cycle == null) {
            return Optional.of(NoCycle.conflict(diplomate));
        }
        var ruleSet = cycle.cycle().ruleSet();
        var years = DueYears.ofTracers(ruleSets.find(ruleSet).orElseThrow().rules());
        if (years.contains(dueYear)) {
            return Optional.empty();
        }
        var detail =
                "%s asks for a tracer in due years %s, not in %d."
                        .formatted(ruleSet, years, dueYear);
        return Optional.of(
                Problem.invalid(List.of(new Violation("/dueYear", "due-year.unknown", detail))));
    }

    private static boolean says(Tracer.Chosen current, TracerRequest request) {
        var again =
                new Tracer.Chosen(
                        current.dueYear(),
                        request.procedure(),
                        request.completedOn(),
                        current.recordedAt());
        return current.equals(again);
    }

    private static int next(@org.jspecify.annotations.Nullable TracerRevision last) {
        return last == null ? 1 : last.revision() + 1;
    }
}
