package cme.test.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A place in the sources where a request is refused.
///
/// @param kind a problem has a type, a violation has a code
/// @param name the slug of the type, or the code
/// @param status of a problem as in the source, such as `409`; null when the source does not say
/// @param title of a problem; null when the source does not say
/// @param detail the sentence, with `…` for what depends on the request; empty when it is made
///   elsewhere
/// @param module the folder of the service or of the chassis
record Refusal(
        Kind kind,
        String name,
        @Nullable String status,
        @Nullable String title,
        String detail,
        String module)
        implements Comparable<Refusal> {

    enum Kind {
        PROBLEM,
        VIOLATION
    }

    @Override
    public int compareTo(Refusal other) {
        return Comparator.comparing(Refusal::kind)
                .thenComparing(Refusal::name)
                .thenComparing(Refusal::module)
                .thenComparing(Refusal::detail)
                .compare(this, other);
    }
}
