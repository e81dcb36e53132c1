package cme.compliance.person;

import cme.compliance.rules.DiplomateId;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The numbers that have to do with one diplomate: the diplomate's own, and all that are or were
/// merged into it.
public final class PersonNumbers {

    private final DiplomateId diplomate;
    private final List<NumberRevision> revisions;

    PersonNumbers(DiplomateId diplomate, List<NumberRevision> revisions) {
        this.diplomate = diplomate;
        this.revisions =
                revisions.stream()
                        .sorted(Comparator.comparingInt(NumberRevision::revision))
                        .toList();
    }

    /// All numbers that mean or ever meant this diplomate.
    public Set<String> ever() {
        Set<String> numbers = new HashSet<>();
        numbers.add(diplomate.value());
        revisions.forEach(revision -> numbers.add(revision.number()));
        return numbers;
    }

    /// The numbers that mean this diplomate, as known at an instant: the diplomate's own, and those
    /// that are merged into it.
    public Set<String> knownAt(Instant instant) {
        Map<String, String> mergedInto = mergedInto(instant);
        Set<String> numbers = new HashSet<>();
        numbers.add(diplomate.value());
        for (String number : mergedInto.keySet()) {
            if (remaining(number, mergedInto).equals(diplomate.value())) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /// The number into which this diplomate's is merged, as known at an instant.
    public Optional<DiplomateId> mergedIntoKnownAt(Instant instant) {
        String remaining = remaining(diplomate.value(), mergedInto(instant));
        return remaining.equals(diplomate.value())
                ? Optional.empty()
                : Optional.of(new DiplomateId(remaining));
    }

    /// The instant since which a number is known to mean this diplomate; the epoch for the
    /// diplomate's own.
    public Instant knownSince(String number) {
        return number.equals(diplomate.value())
                ? Instant.EPOCH
                : revisions.stream()
                        .filter(revision -> revision.number().equals(number))
                        .map(NumberRevision::knownSince)
                        .reduce(Instant.EPOCH, (_, last) -> last);
    }

    /// The instant of the last revision; the epoch when nothing was ever merged.
    public Instant latest() {
        return revisions.stream()
                .map(NumberRevision::knownSince)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private Map<String, String> mergedInto(Instant instant) {
        Map<String, String> mergedInto = new HashMap<>();
        for (NumberRevision revision : revisions) {
            if (revision.knownSince().isAfter(instant)) {
                continue;
            }
            if (revision.mergedInto() == null) {
                mergedInto.remove(revision.number());
            } else {
                mergedInto.put(revision.number(), revision.mergedInto());
            }
        }
        return mergedInto;
    }

    /// Merges may come in in any order, so one may lead to a number that is merged in turn. A
    /// circle, which the ledger refuses, ends where it began.
    private static String remaining(String number, Map<String, String> mergedInto) {
        Set<String> seen = new HashSet<>();
        String at = number;
        while (mergedInto.containsKey(at) && seen.add(at)) {
            at = mergedInto.get(at);
        }
        return mergedInto.containsKey(at) ? number : at;
    }
}
