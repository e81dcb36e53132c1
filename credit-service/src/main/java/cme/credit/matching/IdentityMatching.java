package cme.credit.matching;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// Matches many claims after one query.
public final class IdentityMatching {
    private final Map<String, List<Candidate>> byDiplomateId = new HashMap<>();
    private final Map<String, List<Candidate>> byNpi = new HashMap<>();
    private final Map<String, List<Candidate>> byPerson = new HashMap<>();

    private IdentityMatching(List<Candidate> candidates) {
        for (Candidate candidate : Set.copyOf(candidates)) {
            add(byDiplomateId, candidate.diplomateId(), candidate);
            add(byPerson, candidate.person(), candidate);
            if (candidate.npi() != null) {
                add(byNpi, candidate.npi(), candidate);
            }
        }
    }

    private static void add(Map<String, List<Candidate>> by, String key, Candidate candidate) {
        by.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(candidate);
    }

    /// Reads every diplomate whom one of the claims could mean.
    public static IdentityMatching prepare(Handle handle, Collection<Claim> claims) {
        return new IdentityMatching(Candidates.of(handle, claims));
    }

    /// The persons whom one of the claims could mean.
    Set<String> persons() {
        return byPerson.keySet();
    }

    /// @param claim one of those that the matching was prepared for
    public IdentityMatch match(Claim claim) {
        Set<Candidate> known = known(claim);
        if (known.isEmpty()) {
            // The work is the same when nobody has the number.
            Candidate.nobody().agreesWith(claim);
        }
        return IdentityMatch.of(claim, known);
    }

    /// The persons who have one of the numbers and whose name agrees, whatever their day of birth
    /// is.
    Set<String> named(Claim claim) {
        return persons(claim, candidate -> claim.familyName().agreesWith(candidate.familyName()));
    }

    /// Those of them whose day of birth is another one.
    Set<String> contradicted(Claim claim) {
        Set<String> named = new HashSet<>(named(claim));
        named.removeAll(persons(claim, candidate -> candidate.agreesWith(claim)));
        return named;
    }

    private Set<String> persons(Claim claim, Predicate<Candidate> condition) {
        return known(claim).stream().filter(condition).map(Candidate::person).collect(toSet());
    }

    private Set<Candidate> known(Claim claim) {
        Set<Candidate> known = new HashSet<>();
        if (claim.diplomateId() != null) {
            addPersons(byDiplomateId.getOrDefault(claim.diplomateId(), List.of()), known);
        }
        if (claim.npi() != null) {
            addPersons(byNpi.getOrDefault(claim.npi(), List.of()), known);
        }
        return known;
    }

    private void addPersons(List<Candidate> numbered, Set<Candidate> known) {
        for (Candidate candidate : numbered) {
            known.addAll(byPerson.getOrDefault(candidate.person(), List.of()));
        }
    }
}
