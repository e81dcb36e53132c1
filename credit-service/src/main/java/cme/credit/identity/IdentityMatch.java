package cme.credit.identity;

import java.util.Collection;
import java.util.List;

/// Whether a claim finds exactly one diplomate (domain, section 4).
///
/// A diplomate is found when a number is theirs and the rest agrees. A number that nobody has is no
/// evidence against the other one (spreadsheets eat leading zeros), but two numbers of two
/// diplomates are: such a claim is never decided here.
public sealed interface IdentityMatch {
    /// One diplomate, beyond doubt.
    record Match(String diplomateId) implements IdentityMatch {}

    /// Why nobody was found.
    enum Missed implements IdentityMatch {
        /// Nobody has any of the numbers.
        NO_MATCH,
        /// Several diplomates have the numbers, and more than one of them agrees with the rest.
        MULTIPLE_MATCHES,
        /// Somebody has a number, but the name, the day of birth or the other number says it is
        /// another person.
        IDENTITY_DIFFERS
    }

    /// Judges a claim.
    ///
    /// @param known diplomates; all that have one of the claim's numbers must be among them, others
    ///   are ignored
    static IdentityMatch of(Claim claim, Collection<Candidate> known) {
        List<Candidate> byId =
                known.stream().filter(c -> c.diplomateId().equals(claim.diplomateId())).toList();
        List<Candidate> byNpi =
                claim.npi() == null
                        ? List.of()
                        : known.stream().filter(c -> claim.npi().equals(c.npi())).toList();
        if (byId.isEmpty() || byNpi.isEmpty() || byNpi.containsAll(byId)) {
            return among(byId.isEmpty() ? byNpi : byId, claim);
        }
        boolean bothAgree =
                byId.stream().anyMatch(c -> c.agreesWith(claim))
                        && byNpi.stream().anyMatch(c -> c.agreesWith(claim));
        return bothAgree ? Missed.MULTIPLE_MATCHES : Missed.IDENTITY_DIFFERS;
    }

    private static IdentityMatch among(List<Candidate> numbered, Claim claim) {
        if (numbered.isEmpty()) {
            return Missed.NO_MATCH;
        }
        List<Candidate> agreeing = numbered.stream().filter(c -> c.agreesWith(claim)).toList();
        return switch (agreeing.size()) {
            case 0 -> Missed.IDENTITY_DIFFERS;
            case 1 -> new Match(agreeing.getFirst().diplomateId());
            default -> Missed.MULTIPLE_MATCHES;
        };
    }
}
