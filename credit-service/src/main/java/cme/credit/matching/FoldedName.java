package cme.credit.matching;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/// One name as it is compared.
///
/// @param whole the spellings of the whole name in one word, with and without its particles
/// @param parts the spellings of each part, with and without the particles before it
record FoldedName(Set<String> whole, List<Set<String>> parts) {

    FoldedName {
        whole = Set.copyOf(whole);
        parts = List.copyOf(parts);
    }

    boolean isSameAs(FoldedName other) {
        return !Collections.disjoint(whole, other.whole);
    }

    /// True when the names are the same, or every part of the shorter is among the parts of the
    /// longer.
    boolean agreesWith(FoldedName other) {
        return isSameAs(other) || sharesPartsWith(other);
    }

    private boolean sharesPartsWith(FoldedName other) {
        boolean isShorter = parts.size() <= other.parts.size();
        FoldedName shorter = isShorter ? this : other;
        FoldedName longer = isShorter ? other : this;
        return !shorter.parts.isEmpty() && shorter.parts.stream().allMatch(longer::has);
    }

    private boolean has(Set<String> part) {
        return parts.stream().anyMatch(own -> !Collections.disjoint(own, part));
    }
}
