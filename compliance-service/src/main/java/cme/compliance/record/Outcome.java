package cme.compliance.record;

import cme.chassis.problem.Violation;
import cme.compliance.person.MergedInto;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.DiplomateId;

import java.util.List;
import java.util.Optional;

/// The result of a request to change the record of a diplomate.
public sealed interface Outcome<K, V> {

    record Created<K, V>(Recorded<K, V> now) implements Outcome<K, V> {}

    record Replaced<K, V>(Recorded<K, V> now) implements Outcome<K, V> {}

    /// The request says what is in force already; nothing was recorded.
    record Unchanged<K, V>(Recorded<K, V> now) implements Outcome<K, V> {}

    /// The subject has no value now.
    record TakenBack<K, V>() implements Outcome<K, V> {}

    /// The caller wants to replace another revision than the current one.
    record Stale<K, V>(Recorded<K, V> current) implements Outcome<K, V> {}

    record Invalid<K, V>(List<Violation> violations) implements Outcome<K, V> {}

    /// The rest of the record does not allow it.
    ///
    /// @param slug such as `cycle-in-use`
    record Conflict<K, V>(String slug, String detail) implements Outcome<K, V> {}

    static <K, V> Outcome<K, V> noCycle(DiplomateId diplomate) {
        return new Conflict<>(
                "no-cycle",
                "Record the cycle of diplomate %s first: due years and requirements follow from it."
                        .formatted(diplomate));
    }

    /// The number is merged into another one, whose record is to be changed.
    static <K, V> Outcome<K, V> merged(DiplomateId diplomate, DiplomateId into) {
        return new Conflict<>(MergedInto.SLUG, MergedInto.sentence(diplomate, into));
    }

    /// A refusal for what is wrong with the request; empty when nothing is.
    static <K, V> Optional<Outcome<K, V>> invalid(List<Violation> violations) {
        return violations.isEmpty() ? Optional.empty() : Optional.of(new Invalid<>(violations));
    }

    /// The revision that the request adds to the record, if any.
    default Optional<Recorded<K, V>> added() {
        return switch (this) {
            case Created<K, V>(Recorded<K, V> now) -> Optional.of(now);
            case Replaced<K, V>(Recorded<K, V> now) -> Optional.of(now);
            case Unchanged<K, V> _,
                    TakenBack<K, V> _,
                    Stale<K, V> _,
                    Invalid<K, V> _,
                    Conflict<K, V> _ ->
                    Optional.empty();
        };
    }
}
