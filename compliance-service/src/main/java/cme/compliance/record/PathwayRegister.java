package cme.compliance.record;

import cme.chassis.problem.Violation;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.PathwaySpan;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Records the pathway spans of a diplomate. They never overlap: on each day one pathway holds.
@Singleton
class PathwayRegister {

    /// Far more than a career has; bounds what every assessment reads.
    private static final int MAX_SPANS = 50;

    private final Recording recording;
    private final RecordEntries entries;

    PathwayRegister(Recording recording, RecordEntries entries) {
        this.recording = recording;
        this.entries = entries;
    }

    Outcome<PathwayRevision> post(DiplomateId diplomate, PathwayRequest request, String by) {
        return recording.of(
                diplomate,
                by,
                (transaction, record, at) -> {
                    var outcome = decide(record, request, by, at);
                    switch (outcome) {
                        case Outcome.Created(PathwayRevision added) ->
                                entries.add(transaction, diplomate, added);
                        case Outcome.Replaced(PathwayRevision added) ->
                                entries.add(transaction, diplomate, added);
                        case Outcome.Unchanged<PathwayRevision> _,
                                Outcome.Refused<PathwayRevision> _ -> {}
                    }
                    return outcome;
                });
    }

    private static Outcome<PathwayRevision> decide(
            DiplomateRecord record, PathwayRequest request, String by, Instant at) {
        var current = record.pathwaysInForce().get(request.from());
        var span = new PathwaySpan(request.pathway(), request.from(), request.until(), at);
        if (current != null && says(current, request)) {
            return new Outcome.Unchanged<>(current);
        }
        var violations = violations(record, request);
        if (!violations.isEmpty()) {
            return Outcome.refused(violations);
        }
        return current == null
                ? new Outcome.Created<>(new PathwayRevision(1, span, request.reason(), by))
                : new Outcome.Replaced<>(
                        new PathwayRevision(current.revision() + 1, span, request.reason(), by));
    }

    private static boolean says(PathwayRevision current, PathwayRequest request) {
        return current.span().pathway() == request.pathway()
                && Objects.equals(current.span().until(), request.until())
                && Objects.equals(current.reason(), request.reason());
    }

    private static List<Violation> violations(DiplomateRecord record, PathwayRequest request) {
        var others =
                record.pathwaysInForce().values().stream()
                        .map(PathwayRevision::span)
                        .filter(other -> !other.from().equals(request.from()))
                        .toList();
        if (others.size() >= MAX_SPANS) {
            return List.of(
                    new Violation(
                            "", "pathway.too-many", "At most " + MAX_SPANS + " spans are kept."));
        }
        return others.stream()
                .filter(other -> overlap(other, request.from(), request.until()))
                .map(
                        other ->
                                new Violation(
                                        other.from().isBefore(request.from()) ? "/from" : "/until",
                                        "pathway.overlap",
                                        "%s holds from %s until %s already. Post that span again with another last day first."
                                                .formatted(
                                                        other.pathway(),
                                                        other.from(),
                                                        other.until() == null
                                                                ? "further notice"
                                                                : other.until())))
                .toList();
    }

    private static boolean overlap(PathwaySpan other, LocalDate from, @Nullable LocalDate until) {
        return (other.until() == null || !other.until().isBefore(from))
                && (until == null || !other.from().isAfter(until));
    }
}
