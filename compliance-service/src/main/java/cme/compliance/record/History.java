package cme.compliance.record;

import cme.compliance.record.Revision.Recorded;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The revisions of one kind in the record of a diplomate; those of one subject in the order of
/// their numbers.
public record History<K, V>(List<Revision<K, V>> revisions) {

    public History {
        revisions = List.copyOf(revisions);
    }

    /// The revision in force for each subject; subjects that were taken back are left out.
    public List<Recorded<K, V>> inForce(Comparator<? super K> order) {
        return recorded(lastOf(revisions.stream()))
                .sorted(Comparator.comparing(Revision::subject, order))
                .toList();
    }

    public Optional<Recorded<K, V>> inForce(K subject) {
        return recorded(lastOf(of(subject))).findFirst();
    }

    /// The number of the next revision of the subject.
    public int next(K subject) {
        return 1 + (int) of(subject).count();
    }

    /// True when the subject never had a value.
    boolean isNew(K subject) {
        return of(subject).findAny().isEmpty();
    }

    /// The values in force at an instant.
    List<V> knownAt(Instant instant) {
        return recorded(lastOf(revisions.stream().filter(r -> !r.recordedAt().isAfter(instant))))
                .map(Recorded::value)
                .toList();
    }

    private Stream<Revision<K, V>> of(K subject) {
        return revisions.stream().filter(r -> r.subject().equals(subject));
    }

    private static <K, V> Collection<Revision<K, V>> lastOf(Stream<Revision<K, V>> revisions) {
        Map<K, Revision<K, V>> last = new LinkedHashMap<>();
        revisions.forEach(revision -> last.put(revision.subject(), revision));
        return last.values();
    }

    private static <K, V> Stream<Recorded<K, V>> recorded(Collection<Revision<K, V>> revisions) {
        return revisions.stream()
                .mapMulti(
                        (revision, next) -> {
                            if (revision instanceof Recorded<K, V> recorded) {
                                next.accept(recorded);
                            }
                        });
    }
}
