package cme.compliance.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A second implementation of the domain page, sentence by sentence, regardless of speed.
///
/// It shares nothing with the rules but the input records, and answers in text, so that any
/// difference shows. Where it can it asks the question the other way round: for each completion,
/// why not, instead of passing completions along a line.
final class NaiveAssessment {

    record Due(
            Requirement requirement, int year, LocalDate deadline, LocalDate from, LocalDate to) {

        boolean has(LocalDate date) {
            return date.compareTo(from) >= 0 && date.compareTo(to) <= 0;
        }

        LocalDate usualDeadline(RuleSet rules, int startYear) {
            return rules.deadline().atYear(startYear + year - 1);
        }
    }

    private final RuleSet rules;
    private final LocalDate asOf;
    private final NaiveFacts known;
    private final List<NaiveFacts.Post> posts;
    private final List<Due> dues = new ArrayList<>();
    private final NaiveReasons reasons;
    private final NaiveTracers tracers;
    private final NaivePlaces places;

    /// The counted amounts: by due year, then by completion.
    private final Map<Due, Map<String, BigDecimal>> counted = new LinkedHashMap<>();

    private final Map<Due, Map<String, String>> notCounted = new LinkedHashMap<>();

    private NaiveAssessment(RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {
        this.rules = rules;
        this.asOf = asOf;
        this.known = new NaiveFacts(facts, rules.zone(), asOf, knownAt);
        this.posts = known.posts();
        this.tracers = new NaiveTracers(known);
        this.reasons = new NaiveReasons(posts, known.cycle().certifiedOn());
        this.places = new NaivePlaces(rules, known, reasons, posts, dues, counted);
    }

    static String answer(RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {
        return new NaiveAssessment(rules, facts, asOf, knownAt).answer();
    }

    private String answer() {
        rules.requirements().stream()
                .flatMap(r -> r.dueYears().stream())
                .distinct()
                .sorted()
                .forEach(this::findDue);
        dues.forEach(this::count);
        StringBuilder answer = new StringBuilder();
        List<NaiveState> states = new ArrayList<>();
        for (Due due : dues) {
            NaiveState state = state(due);
            states.add(state);
            answer.append(line(due, state)).append('\n');
        }
        answer.append("standing ").append(NaiveState.standing(states, asOf)).append('\n');
        answer.append("next ").append(NaiveState.nextChange(states, asOf)).append('\n');
        answer.append("nowhere ").append(nowhere()).append('\n');
        return answer.toString();
    }

    private void findDue(int year) {
        LocalDate deadline = rules.deadline().atYear(known.cycle().startYear() + year - 1);
        Pathway pathway = known.pathwayOn(deadline);
        for (Requirement requirement : rules.requirements()) {
            if (requirement.dueYears().contains(year) && requirement.pathway() == pathway) {
                LocalDate from = deadline.minusYears(requirement.lookBackYears()).plusDays(1);
                LocalDate to = deadline;
                Optional<Decision> decision = known.decision(requirement, year);
                if (decision.isPresent()
                        && decision.get().ruling() instanceof Decision.Extended extended) {
                    to = extended.until();
                }
                dues.add(new Due(requirement, year, to, from, to));
            }
        }
    }

    private void count(Due due) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        Map<String, String> why = new TreeMap<>();
        Map<NaiveFacts.Post, Optional<String>> early = new LinkedHashMap<>();
        for (NaiveFacts.Post post : posts) {
            if (due.has(post.on())) {
                early.put(post, places.early(due, post));
            } else if (due.requirement() instanceof TracerActivity tracer
                    && reasons.general(post).isEmpty()
                    && tracers.nearMiss(tracer, due, post)) {
                why.put(
                        post.id(),
                        places.usedBefore(due, post)
                                .map(year -> "ALREADY_USED " + year)
                                .orElse("NEAR_MISS"));
            }
        }
        counted.put(due, amounts);
        notCounted.put(due, why);
        switch (due.requirement()) {
            case CreditTotal _, PatientSafetyCredits _ -> credits(due, early, amounts, why);
            case ApprovedActivity approved ->
                    early.forEach((post, reason) -> approved(approved, post, reason, amounts, why));
            case TracerActivity _ ->
                    early.forEach((post, reason) -> tracers.judge(due, post, reason, amounts, why));
        }
    }

    private static void approved(
            ApprovedActivity requirement,
            NaiveFacts.Post post,
            Optional<String> early,
            Map<String, BigDecimal> amounts,
            Map<String, String> why) {
        List<Activity.Approval> approvals = NaiveFacts.approvals(post, requirement.purpose());
        if (approvals.isEmpty()) {
            return;
        }
        if (early.isPresent()) {
            why.put(post.id(), early.get());
        } else if (approvals.stream().anyMatch(a -> NaiveFacts.inForce(a, post.on()))) {
            amounts.put(post.id(), BigDecimal.ONE);
        } else {
            why.put(post.id(), "NOT_APPROVED");
        }
    }

    private void credits(
            Due due,
            Map<NaiveFacts.Post, Optional<String>> early,
            Map<String, BigDecimal> amounts,
            Map<String, String> why) {
        boolean safety = due.requirement() instanceof PatientSafetyCredits;
        Map<NaiveFacts.Post, NaiveCredits.Claim> claims = new LinkedHashMap<>();
        early.forEach(
                (post, reason) -> {
                    Optional<BigDecimal> part = NaiveReasons.patientSafety(post);
                    boolean brings =
                            !safety || part.isEmpty() || part.get().compareTo(BigDecimal.ZERO) > 0;
                    if (reason.isEmpty()) {
                        claims.put(post, new NaiveCredits.Claim(post, part));
                    } else if (brings) {
                        why.put(post.id(), reason.get());
                    }
                });
        NaiveCredits limits = new NaiveCredits(List.copyOf(claims.values()));
        claims.forEach(
                (post, claim) -> {
                    if (safety && claim.part().isEmpty()) {
                        why.put(post.id(), "SPLIT_NEEDED");
                        return;
                    }
                    NaiveCredits.Result result =
                            safety ? limits.patientSafety(claim) : limits.credits(claim);
                    if (result.counts().signum() > 0) {
                        amounts.put(post.id(), result.counts());
                    }
                    if (!result.why().isEmpty()) {
                        why.put(post.id(), String.join(" and ", result.why()));
                    }
                });
    }

    private NaiveState state(Due due) {
        BigDecimal earned = earned(due);
        boolean cloud =
                due.requirement().pathway() == Pathway.STANDARD
                        && known.spans().stream()
                                .filter(s -> s.pathway() == Pathway.SPECIAL_CIRCUMSTANCES)
                                .anyMatch(
                                        s ->
                                                due.from()
                                                        .datesUntil(due.to().plusDays(1))
                                                        .anyMatch(s::covers));
        LocalDate late =
                due.usualDeadline(rules, known.cycle().startYear())
                        .plusDays(rules.latePeriodDays());
        return new NaiveState(
                due.from(),
                due.deadline(),
                late,
                rules.dueSoonDays(),
                earned.compareTo(due.requirement().required().toBigDecimal()) >= 0,
                known.decision(due.requirement(), due.year()).map(Decision::ruling),
                cloud);
    }

    private BigDecimal earned(Due due) {
        return counted.get(due).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String line(Due due, NaiveState state) {
        BigDecimal required = due.requirement().required().toBigDecimal();
        BigDecimal sum = BigDecimal.ZERO;
        String metOn = "-";
        Map<String, String> amounts = new TreeMap<>();
        for (NaiveFacts.Post post : posts) {
            BigDecimal amount = counted.get(due).get(post.id());
            if (amount != null) {
                amounts.put(post.id(), amount.setScale(2).toString());
                sum = sum.add(amount);
                if (metOn.equals("-") && sum.compareTo(required) >= 0) {
                    metOn = post.on().toString();
                }
            }
        }
        List<String> missing = new ArrayList<>();
        if (due.requirement() instanceof TracerActivity) {
            if (known.tracerOf(due.year()).isEmpty()) {
                missing.add("TRACER_PROCEDURE");
            }
            if (amounts.isEmpty()) {
                missing.add("ALIGNED_ACTIVITY");
            }
        }
        BigDecimal remaining = required.subtract(sum).max(BigDecimal.ZERO);
        return String.join(
                " ",
                due.year() + " " + due.requirement().id(),
                due.from() + ".." + due.to() + " by " + due.deadline(),
                state.on(asOf),
                sum.setScale(2) + " of " + required + " short " + remaining.setScale(2),
                "met " + metOn,
                late(due),
                missing.toString(),
                amounts.toString(),
                notCounted.get(due).toString());
    }

    private String late(Due due) {
        BigDecimal credits = BigDecimal.ZERO;
        int completions = 0;
        for (NaiveFacts.Post post : posts) {
            BigDecimal amount = counted.get(due).get(post.id());
            if (amount != null
                    && LocalDate.ofInstant(post.first(), rules.zone()).isAfter(due.deadline())) {
                completions++;
                boolean inCredits = due.requirement().required().unit() == Amount.Unit.CREDIT;
                credits = inCredits ? credits.add(amount) : credits;
            }
        }
        return completions == 0 ? "late -" : "late " + credits.setScale(2) + " of " + completions;
    }

    /// Every completion looked at that nothing counts, with its reason.
    private Map<String, String> nowhere() {
        Map<String, String> nowhere = new TreeMap<>();
        for (NaiveFacts.Post post : posts) {
            if (counted.values().stream().anyMatch(amounts -> amounts.containsKey(post.id()))) {
                continue;
            }
            List<Due> around = dues.stream().filter(due -> due.has(post.on())).toList();
            Optional<String> listed =
                    dues.stream()
                            .map(due -> notCounted.get(due).get(post.id()))
                            .filter(reason -> reason != null && !around.isEmpty())
                            .findFirst();
            boolean approvalAsked =
                    around.stream().anyMatch(d -> d.requirement() instanceof ApprovedActivity);
            String fallback = approvalAsked ? "NOT_APPROVED" : "OUTSIDE_WINDOW";
            String reason = reasons.general(post).or(() -> listed).orElse(fallback);
            nowhere.put(post.id(), reason.split(" ")[0]);
        }
        return nowhere;
    }
}
