package cme.compliance.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
        List<NaiveFacts.Post> counting = new ArrayList<>();
        List<NaiveFacts.Post> same =
                posts.stream()
                        .filter(other -> !withdrawn(other))
                        .filter(other -> other.on().equals(post.on()))
                        .filter(other -> learning(other).equals(learning(post)))
                        .sorted(
                                Comparator.comparingInt(NaiveReasons::rank)
                                        .thenComparing(NaiveFacts.Post::first)
                                        .thenComparing(NaiveFacts.Post::id))
                        .toList();
        for (NaiveFacts.Post next : same) {
            Optional<NaiveFacts.Post> believed =
                    counting.stream().filter(c -> oneAttendance(c, next)).findFirst();
            if (next == post) {
                return believed.map(b -> "DUPLICATE of " + b.id());
            }
            if (believed.isEmpty()) {
                counting.add(next);
            }
        }
        throw new IllegalStateException(post.id());
    }

    private static String learning(NaiveFacts.Post post) {
        return switch (post.now().subject()) {
            case Completion.Subject.InCatalog(Activity.Code code) -> "code " + code;
            case Completion.Subject.Titled(String title) -> "title " + plain(title);
        };
    }

    private static boolean oneAttendance(NaiveFacts.Post one, NaiveFacts.Post other) {
        String first = one.now().session();
        String second = other.now().session();
        return first == null || second == null || plain(first).equals(plain(second));
    }

    /// Letters and digits in small letters, with single spaces.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean space = Character.isSpaceChar(c) || Character.isWhitespace(c);
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            } else if (space && !plain.toString().endsWith(" ")) {
                plain.append(' ');
            }
        }
        return plain.toString().trim();
    }

    /// Empty when unknown. A maximum that was raised since the day of completion changes nothing.
    static Optional<BigDecimal> patientSafety(NaiveFacts.Post post) {
        if (post.now().patientSafetyCredits() != null) {
            return Optional.of(post.now().patientSafetyCredits().toBigDecimal());
        }
        Optional<BigDecimal> now = patientSafety(post, post.activity());
        Optional<BigDecimal> then = patientSafety(post, post.whenCompleted());
        return Stream.of(now, then).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static Optional<BigDecimal> patientSafety(
            NaiveFacts.Post post, Optional<Activity.Revision> known) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Activity.Revision activity = known.get();
        if (activity.patientSafetyCredits() == null) {
            return Optional.empty();
        }
        if (activity.patientSafetyCredits().quarters() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (activity.credits() == null) {
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
}
