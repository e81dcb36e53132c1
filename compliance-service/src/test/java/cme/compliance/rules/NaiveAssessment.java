package cme.compliance.rules;

import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.OncePer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The domain page read a second time, sentence by sentence and without a thought for speed or
/// beauty.
///
/// It shares nothing with the core but the input records, and answers in text, so that any
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

    /// What was counted where: due, then completion, amount.
    private final Map<Due, Map<String, BigDecimal>> counted = new LinkedHashMap<>();

    private final Map<Due, Map<String, String>> notCounted = new LinkedHashMap<>();

    private NaiveAssessment(RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {
        this.rules = rules;
        this.asOf = asOf;
        this.known = new NaiveFacts(facts, asOf, knownAt);
        this.posts = known.posts();
        this.tracers = new NaiveTracers(known);
        this.reasons = new NaiveReasons(posts, known.cycle().certifiedOn());
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
        counted.put(due, amounts);
        notCounted.put(due, why);
        Map<String, BigDecimal> capUsed = new HashMap<>();
        for (NaiveFacts.Post post : posts) {
            if (!due.has(post.on())) {
                if (due.requirement() instanceof TracerActivity tracer
                        && reasons.general(post).isEmpty()
                        && tracers.nearMiss(tracer, due, post)) {
                    why.put(post.id(), "NEAR_MISS");
                }
                continue;
            }
            Optional<String> early = early(due, post);
            BigDecimal creditsCounted = post.credits();
            if (early.isEmpty() && post.activity().isPresent()) {
                Cap cap = post.activity().get().cap();
                if (cap != null) {
                    BigDecimal used = capUsed.getOrDefault(cap.group(), BigDecimal.ZERO);
                    BigDecimal left =
                            cap.credits().toBigDecimal().subtract(used).max(BigDecimal.ZERO);
                    creditsCounted = creditsCounted.min(left);
                    capUsed.put(cap.group(), used.add(creditsCounted));
                }
            }
            switch (due.requirement()) {
                case CreditTotal _ ->
                        NaiveReasons.credit(
                                post, early, post.credits(), creditsCounted, amounts, why);
                case PatientSafetyCredits _ -> {
                    Optional<BigDecimal> part = NaiveReasons.patientSafety(post);
                    if (part.isPresent()) {
                        BigDecimal most = part.get().min(creditsCounted);
                        NaiveReasons.credit(post, early, part.get(), most, amounts, why);
                    } else {
                        why.put(post.id(), early.orElse("SPLIT_NEEDED"));
                    }
                }
                case ApprovedActivity approved -> {
                    if (NaiveFacts.approvals(post, approved.purpose()).stream()
                            .anyMatch(a -> NaiveFacts.inForce(a, post.on()))) {
                        NaiveReasons.credit(
                                post, early, BigDecimal.ONE, BigDecimal.ONE, amounts, why);
                    }
                }
                case TracerActivity _ -> tracers.judge(due, post, early, amounts, why);
            }
        }
    }

    /// Why a completion in the window does not count, whatever the requirement: steps 1-3, 9 and 5.
    private Optional<String> early(Due due, NaiveFacts.Post post) {
        Optional<String> general = reasons.general(post);
        if (general.isPresent()) {
            return general;
        }
        Predicate<Due> same = other -> other.requirement().equals(due.requirement());
        Optional<Due> usedBy = usedBefore(due, post);
        if (usedBy.isPresent()) {
            return Optional.of("ALREADY_USED " + usedBy.get().year());
        }
        OncePer oncePer = post.activity().map(Activity.Revision::oncePer).orElse(OncePer.DATE);
        return posts.stream()
                .takeWhile(earlier -> earlier != post)
                .filter(earlier -> earlier.now().subject().equals(post.now().subject()))
                .filter(earlier -> reasons.general(earlier).isEmpty())
                .filter(
                        earlier ->
                                switch (oncePer) {
                                    case DATE -> false;
                                    case WINDOW ->
                                            due.has(earlier.on())
                                                    && usedBefore(due, earlier).isEmpty();
                                    case CYCLE ->
                                            dues.stream()
                                                    .filter(same)
                                                    .anyMatch(any -> any.has(earlier.on()));
                                })
                .findFirst()
                .map(first -> "REPEATED of " + first.id());
    }

    private Optional<Due> usedBefore(Due due, NaiveFacts.Post post) {
        return dues.stream()
                .filter(other -> other.requirement().equals(due.requirement()))
                .filter(other -> other.year() < due.year())
                .filter(other -> counted.get(other).containsKey(post.id()))
                .filter(
                        other ->
                                due.requirement() instanceof TracerActivity
                                        || post.on()
                                                .isAfter(
                                                        other.usualDeadline(
                                                                rules, known.cycle().startYear())))
                .findFirst();
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
                missing.toString(),
                amounts.toString(),
                notCounted.get(due).toString());
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
