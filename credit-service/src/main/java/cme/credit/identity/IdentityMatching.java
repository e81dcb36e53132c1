package cme.credit.identity;

import org.jdbi.v3.core.Handle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Matches many claims with one look at the identities.
public final class IdentityMatching {
    private final Map<String, List<Candidate>> byDiplomateId = new HashMap<>();
    private final Map<String, List<Candidate>> byNpi = new HashMap<>();

    private IdentityMatching(List<Candidate> candidates) {
        for (Candidate candidate : Set.copyOf(candidates)) {
            byDiplomateId
                    .computeIfAbsent(candidate.diplomateId(), _ -> new ArrayList<>())
                    .add(candidate);
            if (candidate.npi() != null) {
                byNpi.computeIfAbsent(candidate.npi(), _ -> new ArrayList<>()).add(candidate);
            }
        }
    }

    /// Matches among those whom [Identities] found to have the numbers of the claims.
    public static IdentityMatching among(List<Candidate> candidates) {
        return new IdentityMatching(candidates);
    }

    /// Reads everyone whom one of the claims could mean.
    public static IdentityMatching prepare(
            Handle handle, Identities identities, Collection<Claim> claims) {
        Set<String> ids = new HashSet<>();
        Set<String> npis = new HashSet<>();
        for (Claim claim : claims) {
            if (claim.diplomateId() != null) {
                ids.add(claim.diplomateId());
            }
            if (claim.npi() != null) {
                npis.add(claim.npi());
            }
        }
        return new IdentityMatching(identities.candidates(handle, ids, npis));
    }

    /// @param claim one of those it was prepared for
    public IdentityMatch match(Claim claim) {
        Set<Candidate> known = new HashSet<>();
        if (claim.diplomateId() != null) {
            known.addAll(byDiplomateId.getOrDefault(claim.diplomateId(), List.of()));
        }
        if (claim.npi() != null) {
            known.addAll(byNpi.getOrDefault(claim.npi(), List.of()));
        }
        return IdentityMatch.of(claim, known);
    }
}
