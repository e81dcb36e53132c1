package cme.compliance.pathway;

import cme.chassis.problem.Violation;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.Outcome;
import cme.compliance.record.PathwayRevision;
import cme.compliance.record.RecordEntries;
import cme.compliance.record.Recording;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Pathway;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Records the pathway spans of a diplomate. They never overlap: on each day one pathway holds.
@Singleton
class PathwayService {

    /// Far more than a career has; bounds what every assessment reads.
    private static final int MAX_SPANS = 50;

    private final Recording recording;
    private final RecordEntries entries;

    PathwayService(Recording recording, RecordEntries entries) {
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

    /// Takes a span back; what is not there is left alone.
    void remove(DiplomateId diplomate, LocalDate from, String by) {
        recording.<PathwayRevision>of(
                diplomate,
                by,
                (transaction, record, at) -> {
                    var last = record.pathwaysByFrom().get(from);
                    if (last == null || last.span() == null) {
                        return new Outcome.Unchanged<>(last);
                    }
                    var removed =
                            new PathwayRevision(last.revision() + 1, from, null, null, at, by);
                    entries.add(transaction, diplomate, removed);
                    return new Outcome.Replaced<>(removed);
                });
    }

    private static Outcome<PathwayRevision> decide(
            DiplomateRecord record, PathwayRequest request, String by, Instant at) {
        var last = record.pathwaysByFrom().get(request.from());
        var current = last == null ? null : last.span();
        if (current != null && says(current, last.reason(), request)) {
            return new Outcome.Unchanged<>(last);
        }
        var violations = violations(record, request);
        if (!violations.isEmpty()) {
            return Outcome.refused(violations);
        }
        var span = new Pathway.Span(request.pathway(), request.from(), request.until(), at);
        int revision = last == null ? 1 : last.revision() + 1;
        var added = PathwayRevision.of(revision, span, request.reason(), by);
        return current == null ? new Outcome.Created<>(added) : new Outcome.Replaced<>(added);
    }

    private static boolean says(
            Pathway.Span current, @Nullable String reason, PathwayRequest request) {
        return current.pathway() == request.pathway()
                && Objects.equals(current.until(), request.until())
                && Objects.equals(reason, request.reason());
    }

    private static List<Violation> violations(DiplomateRecord record, PathwayRequest request) {
        var others =
                record.pathwaysInForce().stream()
                        .flatMap(p -> Stream.ofNullable(p.span()))
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

    private static boolean overlap(Pathway.Span other, LocalDate from, @Nullable LocalDate until) {
        return (other.until() == null || !other.until().isBefore(from))
                && (until == null || !other.from().isAfter(until));
    }
}
