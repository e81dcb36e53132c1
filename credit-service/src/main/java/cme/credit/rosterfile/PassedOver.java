package cme.credit.rosterfile;

import cme.credit.posting.Notice;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parts of a document that have no place here. The sender is told of it once for the whole
/// roster.
final class PassedOver {
    private static final int MAX_NAMES = 20;
    private static final int MAX_NAME = 60;

    /// The kinds of things that are passed over, with the sentence about them.
    enum Kind {
        FIELD("fields-passed-over", "These fields have no place here and were passed over: %s."),
        FOCUS("unknown-focus", "These credit foci do not count as patient safety: %s."),
        DOMAIN(
                "unknown-id-domain",
                "Numbers with these domains of UniqueID are not understood and were passed over: %s.");

        private final String code;
        private final String sentence;

        Kind(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }
    }

    private final Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);

    void add(Kind kind, String name) {
        Set<String> known = names.computeIfAbsent(kind, _ -> new LinkedHashSet<>());
        if (known.size() < MAX_NAMES) {
            known.add(name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "..." : name);
        } else if (!known.contains(name)) {
            known.add("and others");
        }
    }

    List<Notice> notices() {
        return names.entrySet().stream()
                .map(
                        each ->
                                new Notice(
                                        each.getKey().code,
                                        each.getKey()
                                                .sentence
                                                .formatted(String.join(", ", each.getValue()))))
                .toList();
    }
}
