package cme.compliance.rules;

import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.NaiveAssessment.Due;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The naive reading of what one finding leaves to the next: what was used up, and whose the one
/// place of an activity is.
final class NaivePlaces {

    private final RuleSet rules;
    private final NaiveFacts known;
    private final NaiveReasons reasons;
    private final NaiveTracers tracers;
    private final List<NaiveFacts.Post> posts;
    private final List<Due> dues;
    private final Map<Due, Map<String, BigDecimal>> counted;

    NaivePlaces(
            RuleSet rules,
            NaiveFacts known,
            NaiveReasons reasons,
            List<NaiveFacts.Post> posts,
            List<Due> dues,
            Map<Due, Map<String, BigDecimal>> counted) {
        this.rules = rules;
        this.known = known;
        this.reasons = reasons;
        this.tracers = new NaiveTracers(known);
        this.posts = posts;
        this.dues = dues;
        this.counted = counted;
    }

    /// The reason why a completion in the window does not count for the requirement: steps 1-3, 9
    /// and 5.
    Optional<String> early(Due due, NaiveFacts.Post post) {
        Optional<String> general = reasons.general(post);
        if (general.isPresent()) {
            return general;
        }
        Optional<Integer> usedBefore = usedBefore(due, post);
        if (usedBefore.isPresent()) {
            return Optional.of("ALREADY_USED " + usedBefore.get());
        }
        OncePer oncePer = post.activity().map(Activity.Revision::oncePer).orElse(OncePer.DATE);
        return switch (oncePer) {
            case DATE -> Optional.empty();
            case WINDOW -> repeated(List.of(due), due, post);
            case CYCLE ->
                    repeated(
                            sameRequirement(due).stream()
                                    .filter(d -> d.year() <= due.year())
                                    .toList(),
                            due,
                            post);
        };
    }

    private Optional<String> repeated(List<Due> inTurn, Due due, NaiveFacts.Post post) {
        for (Due turn : inTurn) {
            for (NaiveFacts.Post other : posts) {
                if (turn == due && other == post) {
                    return Optional.empty();
                }
                if (turn.has(other.on())
                        && other.now().subject().equals(post.now().subject())
                        && reasons.general(other).isEmpty()
                        && usedBefore(turn, other).isEmpty()
                        && couldServe(turn, other)) {
                    return other.on().equals(post.on())
                            ? Optional.empty()
                            : Optional.of("REPEATED of " + other.id());
                }
            }
        }
        return Optional.empty();
    }

    private boolean couldServe(Due due, NaiveFacts.Post post) {
        return switch (due.requirement()) {
            case CreditTotal _, PatientSafetyCredits _ -> true;
            case ApprovedActivity approved ->
                    NaiveFacts.approvals(post, approved.purpose()).stream()
                            .anyMatch(a -> NaiveFacts.inForce(a, post.on()));
            case TracerActivity _ -> tracers.serves(due, post);
        };
    }

    /// The earlier due year that used a completion up.
    Optional<Integer> usedBefore(Due due, NaiveFacts.Post post) {
        return sameRequirement(due).stream()
                .filter(earlier -> earlier.year() < due.year() && usesUp(earlier, post))
                .map(Due::year)
                .findFirst();
    }

    private boolean usesUp(Due due, NaiveFacts.Post post) {
        Map<String, BigDecimal> here = counted.getOrDefault(due, Map.of());
        if (!here.containsKey(post.id())) {
            return false;
        }
        BigDecimal before =
                posts.stream()
                        .takeWhile(other -> other != post)
                        .map(other -> here.getOrDefault(other.id(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean needed = before.compareTo(due.requirement().required().toBigDecimal()) < 0;
        return due.requirement() instanceof TracerActivity
                || needed && post.on().isAfter(due.usualDeadline(rules, known.cycle().startYear()));
    }

    private List<Due> sameRequirement(Due due) {
        return dues.stream().filter(d -> d.requirement().equals(due.requirement())).toList();
    }
}
