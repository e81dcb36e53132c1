package cme.compliance.history;

import cme.compliance.assessment.Timeline;
import cme.compliance.rules.Status;
import cme.compliance.rules.StatusChange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/// Walks along the history of a diplomate, from one moment at which the answer may change to the
/// next one. A step is one assessment; almost every step is an entry.
final class HistoryWalk {

    private final Timeline timeline;
    private final NavigableMap<Instant, List<Known>> known;

    HistoryWalk(Timeline timeline) {
        this.timeline = timeline;
        this.known = KnownRevisions.of(timeline);
    }

    /// The first moment at which anything became known; the last moment of all when nothing did.
    Instant beginning() {
        return known.isEmpty() ? timeline.end() : known.firstKey();
    }

    /// While there was no answer nothing is an entry.
    ///
    /// @param from the first moment that belongs to it
    /// @param to the last one
    List<Moment> walk(Instant from, Instant to, int entries) {
        List<Moment> moments = new ArrayList<>();
        Instant at = from.minusNanos(1_000);
        Optional<Status> before = timeline.at(at);
        while (moments.size() < entries) {
            Optional<Instant> next = next(at, before).filter(moment -> !moment.isAfter(to));
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
            Optional<Status> now = timeline.at(at);
            if (now.isPresent()) {
                moment(at, before, now.get()).ifPresent(moments::add);
            }
            before = now;
        }
        return moments;
    }

    private Optional<Moment> moment(Instant at, Optional<Status> before, Status now) {
        StatusChange change = StatusChange.between(before.orElse(now), now);
        List<Known> learnt = known.getOrDefault(at, List.of());
        return !learnt.isEmpty() || change.any() || !change.findings().isEmpty()
                ? Optional.of(new Moment(at, learnt, now, change))
                : Optional.empty();
    }

    private Optional<Instant> next(Instant at, Optional<Status> status) {
        return Stream.of(
                        Optional.ofNullable(known.higherKey(at)),
                        status.flatMap(timeline::nextByTime).filter(moment -> moment.isAfter(at)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
