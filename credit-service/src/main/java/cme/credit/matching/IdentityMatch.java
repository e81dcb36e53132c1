package cme.credit.matching;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Tells whether a claim finds exactly one diplomate (domain, section 4).
///
/// A diplomate is found when a number of the claim is the diplomate's and the rest agrees. A number
/// that nobody has is no evidence against the other one (spreadsheets eat leading zeros), but two
/// numbers of two diplomates contradict each other: such a claim is never decided here.
public sealed interface IdentityMatch {
    /// The claim means this diplomate.
    record Match(String diplomateId) implements IdentityMatch {}

    /// The reason why no diplomate was found.
    @Schema(name = "HeldReason")
    enum HoldReason implements IdentityMatch {
        /// Nobody has any of the numbers.
        NO_MATCH,
        /// Several diplomates have the numbers, and more than one of them agrees with the rest.
        MULTIPLE_MATCHES,
        /// A diplomate has a number, but the name, the day of birth or the other number belongs to
        /// another person.
        IDENTITY_DIFFERS,
        /// The diplomate with the number had their data erased, so nobody can tell whether they are
        /// meant.
        IDENTITY_ERASED,
        /// The diplomate was found, but the board looks at what was posted first: it is unusual.
        NEEDS_REVIEW;

        /// What a society is told that may not know the reason.
        public static HoldReason told(HoldReason reason, boolean masked) {
            return masked ? NO_MATCH : reason;
        }
    }

    /// Judges a claim. A person with several records has all of their numbers and may be meant by
    /// each of their names.
    ///
    /// @param known every record of the persons who have one of the claim's numbers; other records
    ///   are ignored
    static IdentityMatch of(Claim claim, Collection<Candidate> known) {
        Set<String> byId =
                persons(known, candidate -> candidate.diplomateId().equals(claim.diplomateId()));
        Set<String> byNpi =
                claim.npi() == null
                        ? Set.of()
                        : persons(known, candidate -> claim.npi().equals(candidate.npi()));
        Set<String> agreeing = persons(known, candidate -> candidate.agreesWith(claim));
        if (agreeing.isEmpty() && isErased(byId, known)) {
            return HoldReason.IDENTITY_ERASED;
        }
        if (byId.isEmpty() || byNpi.isEmpty() || byNpi.containsAll(byId)) {
            return among(byId.isEmpty() ? byNpi : byId, agreeing);
        }
        boolean bothAgree = agreeing.containsAll(byId) && !disjoint(byNpi, agreeing);
        return bothAgree ? HoldReason.MULTIPLE_MATCHES : HoldReason.IDENTITY_DIFFERS;
    }

    private static boolean isErased(Set<String> numbered, Collection<Candidate> known) {
        return known.stream()
                .anyMatch(
                        candidate -> candidate.isErased() && numbered.contains(candidate.person()));
    }

    private static IdentityMatch among(Set<String> numbered, Set<String> agreeing) {
        if (numbered.isEmpty()) {
            return HoldReason.NO_MATCH;
        }
        List<String> meant = numbered.stream().filter(agreeing::contains).toList();
        return switch (meant.size()) {
            case 0 -> HoldReason.IDENTITY_DIFFERS;
            case 1 -> new Match(meant.getFirst());
            default -> HoldReason.MULTIPLE_MATCHES;
        };
    }

    private static Set<String> persons(
            Collection<Candidate> known, Predicate<Candidate> condition) {
        return known.stream().filter(condition).map(Candidate::person).collect(toSet());
    }
}
