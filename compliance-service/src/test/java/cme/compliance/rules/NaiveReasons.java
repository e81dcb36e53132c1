package cme.compliance.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The naive reading of steps 1 to 3 and 6, about single completions.
final class NaiveReasons {

    private final List<NaiveFacts.Post> posts;
    private final LocalDate certifiedOn;

    NaiveReasons(List<NaiveFacts.Post> posts, LocalDate certifiedOn) {
        this.posts = posts;
        this.certifiedOn = certifiedOn;
    }

    /// The reason why a completion counts for no requirement.
    Optional<String> general(NaiveFacts.Post post) {
        if (withdrawn(post)) {
            return Optional.of("WITHDRAWN");
        }
        if (post.on().isBefore(certifiedOn)) {
            return Optional.of("BEFORE_CERTIFICATION");
        }
        NaiveFacts.Post believed =
                posts.stream()
                        .filter(other -> !withdrawn(other))
                        .filter(other -> other.on().equals(post.on()))
                        .filter(other -> other.now().subject().equals(post.now().subject()))
                        .min(
                                Comparator.comparingInt(NaiveReasons::rank)
                                        .thenComparing(NaiveFacts.Post::first)
                                        .thenComparing(NaiveFacts.Post::id))
                        .orElseThrow();
        return believed.id().equals(post.id())
                ? Optional.empty()
                : Optional.of("DUPLICATE of " + believed.id());
    }

    /// Empty when unknown.
    static Optional<BigDecimal> patientSafety(NaiveFacts.Post post) {
        if (post.now().patientSafetyCredits() != null) {
            return Optional.of(post.now().patientSafetyCredits().toBigDecimal());
        }
        if (post.activity().isEmpty()) {
            return Optional.empty();
        }
        Activity.Revision activity = post.activity().get();
        if (activity.credits() == null || activity.patientSafetyCredits() == null) {
            return Optional.empty();
        }
        BigDecimal whole = activity.credits().toBigDecimal();
        BigDecimal safety = activity.patientSafetyCredits().toBigDecimal();
        if (safety.compareTo(whole) == 0) {
            return Optional.of(post.credits());
        }
        return post.credits().compareTo(whole) >= 0 ? Optional.of(safety) : Optional.empty();
    }

    private static boolean withdrawn(NaiveFacts.Post post) {
        return post.now().status() == Completion.Status.WITHDRAWN;
    }

    private static int rank(NaiveFacts.Post post) {
        return switch (post.now().poster()) {
            case PROVIDER -> 1;
            case BOARD -> 2;
            case DIPLOMATE -> 3;
        };
    }

    /// Enters the amount that a completion brings to a requirement, or the reason why it does not.
    static void credit(
            NaiveFacts.Post post,
            Optional<String> early,
            BigDecimal brings,
            BigDecimal counts,
            Map<String, BigDecimal> amounts,
            Map<String, String> why) {
        if (brings.signum() == 0) {
            return;
        }
        if (early.isPresent()) {
            why.put(post.id(), early.get());
            return;
        }
        if (counts.signum() > 0) {
            amounts.put(post.id(), counts);
        }
        if (counts.compareTo(brings) < 0) {
            why.put(post.id(), "OVER_CAP " + brings.subtract(counts).setScale(2));
        }
    }
}
