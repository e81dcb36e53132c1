package cme.compliance.rules;

import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.CreditsPer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The naive reading of maxima and caps for one finding of credits: for each completion, the sum of
/// those before it that share its maximum or cap.
final class NaiveCredits {

    /// @param part the patient-safety part, empty when it is unknown
    record Claim(NaiveFacts.Post post, Optional<BigDecimal> part) {

        BigDecimal claimed() {
            return post.credits();
        }
    }

    /// @param why the reasons with the amounts lost, in their order
    record Result(BigDecimal counts, List<String> why) {}

    private final List<Claim> claims;
    private final Map<Claim, BigDecimal> underMaximum = new HashMap<>();
    private final Map<Claim, BigDecimal> safetyUnderMaximum = new HashMap<>();
    private final Map<Claim, BigDecimal> underCap = new HashMap<>();

    /// @param claims of all completions that may count in a window, in their order
    NaiveCredits(List<Claim> claims) {
        this.claims = claims;
        for (Claim claim : claims) {
            Optional<Activity.Revision> activity = claim.post().activity();
            BigDecimal credits =
                    least(
                            claim,
                            claim.claimed(),
                            activity.map(Activity.Revision::credits),
                            underMaximum);
            underMaximum.put(claim, credits);
            claim.part()
                    .map(part -> part.min(credits))
                    .map(
                            part ->
                                    least(
                                            claim,
                                            part,
                                            activity.map(Activity.Revision::patientSafetyCredits),
                                            safetyUnderMaximum))
                    .ifPresent(part -> safetyUnderMaximum.put(claim, part));
            underCap.put(
                    claim,
                    activity.map(Activity.Revision::cap)
                            .map(cap -> credits.min(leftUnder(cap)))
                            .orElse(credits));
        }
    }

    Result credits(Claim claim) {
        return result(claim.claimed(), underMaximum.get(claim), underCap.get(claim));
    }

    Result patientSafety(Claim claim) {
        BigDecimal under = safetyUnderMaximum.get(claim);
        return result(claim.part().orElseThrow(), under, under.min(underCap.get(claim)));
    }

    private static Result result(BigDecimal claimed, BigDecimal underMaximum, BigDecimal counts) {
        return new Result(
                counts,
                Stream.of(
                                lost("OVER_MAXIMUM ", claimed.subtract(underMaximum)),
                                lost("OVER_CAP ", underMaximum.subtract(counts)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> lost(String reason, BigDecimal amount) {
        return amount.signum() > 0 ? Optional.of(reason + amount.setScale(2)) : Optional.empty();
    }

    private BigDecimal least(
            Claim claim,
            BigDecimal asked,
            Optional<Credits> maximum,
            Map<Claim, BigDecimal> takenSoFar) {
        List<Claim> sharing = claims.stream().filter(other -> share(claim, other)).toList();
        boolean perActivity =
                claim.post().activity().stream()
                        .anyMatch(a -> a.creditsPer() == CreditsPer.ACTIVITY);
        if (maximum.isEmpty() || !perActivity && sharing.size() < 2) {
            return asked;
        }
        BigDecimal taken =
                sharing.stream()
                        .map(other -> takenSoFar.getOrDefault(other, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return asked.min(maximum.get().toBigDecimal().subtract(taken).max(BigDecimal.ZERO));
    }

    private static boolean share(Claim one, Claim other) {
        if (one.post().activity().isEmpty()
                || !one.post().now().subject().equals(other.post().now().subject())) {
            return false;
        }
        return one.post().activity().get().creditsPer() == CreditsPer.ACTIVITY
                || one.post().on().equals(other.post().on());
    }

    private BigDecimal leftUnder(Cap cap) {
        Function<Claim, Optional<String>> group =
                claim -> claim.post().activity().map(Activity.Revision::cap).map(Cap::group);
        BigDecimal used =
                underCap.entrySet().stream()
                        .filter(
                                entry ->
                                        group.apply(entry.getKey())
                                                .equals(Optional.of(cap.group())))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.reducing(BigDecimal.ZERO, BigDecimal::add));
        return cap.credits().toBigDecimal().subtract(used).max(BigDecimal.ZERO);
    }
}
