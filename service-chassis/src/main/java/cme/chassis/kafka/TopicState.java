package cme.chassis.kafka;

import java.util.Map;
import java.util.Optional;

/// A topic at some moment.
///
/// @param id Kafka's own; a topic that was deleted and made again has another
/// @param starts the first offset that is kept, by partition
/// @param ends the offset after the last event, by partition
public record TopicState(String id, Map<Integer, Long> starts, Map<Integer, Long> ends) {

    public TopicState {
        starts = Map.copyOf(starts);
        ends = Map.copyOf(ends);
    }

    /// Says what a later state has lost.
    ///
    /// @return empty when it has everything that this state has
    public Optional<String> lostIn(TopicState later) {
        if (!id.equals(later.id())) {
            return Optional.of("it was deleted and made again");
        }
        if (starts.entrySet().stream()
                .anyMatch(
                        start ->
                                later.starts().getOrDefault(start.getKey(), 0L)
                                        > start.getValue())) {
            return Optional.of("its first events are gone");
        }
        if (ends.entrySet().stream()
                .anyMatch(end -> later.ends().getOrDefault(end.getKey(), 0L) < end.getValue())) {
            return Optional.of("its last events are gone");
        }
        return Optional.empty();
    }

    /// True when no partition holds an event.
    public boolean isEmpty() {
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() <= starts.getOrDefault(end.getKey(), 0L));
    }
}
