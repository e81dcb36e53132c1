package cme.compliance.rules;

import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Amount.Unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A finding whose window is open, with the arithmetic of what more activities would bring to it on
/// the as-of date. Amounts are quarters of a credit or activity.
///
/// All known completions lie on or before that date, so an added one comes last: it gets the rest
/// that maxima, caps and once-per leave.
final class Gap {

    private final Assessment.FindingContext context;
    private final LocalDate on;
    private final CreditLimits limits;

    /// Earlier findings of the same requirement, which may use up a completion of that date.
    private final List<Gap> takers = new ArrayList<>();

    private Gap(Assessment.FindingContext context, LocalDate on) {
        this.context = context;
        this.on = on;
        this.limits = CreditLimits.of(context.evidence());
        for (WindowEvidence.Entry entry : context.evidence().inWindow()) {
            if (entry.exclusion() == null) {
                take(entry.candidate());
            }
        }
    }

    private void take(Candidate candidate) {
        switch (context.requirement()) {
            case CreditTotal _ -> CreditTotal.share(candidate, limits);
            case PatientSafetyCredits _ -> PatientSafetyCredits.share(candidate, limits);
            case TracerActivity _, ApprovedActivity _ -> {}
        }
    }

    /// The findings whose window holds the date, met ones too, in the order of the findings.
    static List<Gap> on(LocalDate date, List<Assessment.FindingContext> contexts) {
        List<Gap> gaps = new ArrayList<>();
        for (Assessment.FindingContext context : contexts) {
            if (context.finding().window().contains(date)) {
                Gap gap = new Gap(context, date);
                for (Gap earlier : gaps) {
                    if (earlier.context.history() == context.history()) {
                        gap.takers.add(earlier);
                    }
                }
                gaps.add(gap);
            }
        }
        return gaps;
    }

    Finding finding() {
        return context.finding();
    }

    /// In quarters of a credit or activity.
    int need() {
        return finding().remaining().quarters();
    }

    /// The quarters that an option alone would bring; zero when it would not count here.
    int help(Option option) {
        return help(List.of(option));
    }

    /// The quarters that options would bring together, completed in the order given.
    int help(List<Option> options) {
        int sum = 0;
        for (int quarters : counted(options)) {
            sum += quarters;
        }
        return sum;
    }

    /// The most that an option can bring here, whatever else is completed; other findings may use
    /// it up instead.
    int mostHelp(Option option) {
        return repeats(option) ? 0 : brings(option, limits.copy());
    }

    /// Whether an option would count here with credits that the board has not confirmed yet, so
    /// that nobody knows how many it brings.
    boolean awaitsCreditsOf(Option option) {
        return finding().unit() == Unit.CREDIT
                && !option.confirmed()
                && help(option.withAQuarter(on)) > 0;
    }

    /// Whether an option that helps can still be completed on the deadline, and would count then.
    boolean openAtDeadline(Option option) {
        LocalDate deadline = finding().deadline();
        return option.openOn(deadline)
                && switch (context.requirement()) {
                    case CreditTotal _, PatientSafetyCredits _ -> true;
                    case TracerActivity _, ApprovedActivity _ -> serves(option, deadline);
                };
    }

    /// No set of these options brings more, in quarters.
    long mostHelp(List<Option> options) {
        long sum = 0;
        Map<String, long[]> byGroup = new HashMap<>();
        for (Option option : options) {
            int help = mostHelp(option);
            Cap cap = option.activity().cap();
            if (cap == null || finding().unit() == Unit.ACTIVITY) {
                sum += help;
            } else {
                long[] sumAndFree = byGroup.computeIfAbsent(cap.group(), _ -> new long[2]);
                sumAndFree[0] += help;
                sumAndFree[1] = Math.max(sumAndFree[1], limits.free(cap));
            }
        }
        for (long[] sumAndFree : byGroup.values()) {
            sum += Math.min(sumAndFree[0], sumAndFree[1]);
        }
        return sum;
    }

    boolean repeats(Option option) {
        return context.history()
                .wouldRepeat(option.code(), option.activity().oncePer(), context.evidence());
    }

    /// The credits of an option that the maximum of its activity leaves, before any cap.
    int underMaximum(Option option) {
        int credits = option.credits().quarters();
        return credits - take(option, limits.copy()).overMaximum();
    }

    /// The quarters of each option that count here.
    private int[] counted(List<Option> options) {
        boolean[] usedBefore = new boolean[options.size()];
        for (Gap taker : takers) {
            taker.use(options, usedBefore);
        }
        int[] counted = new int[options.size()];
        CreditLimits left = limits.copy();
        boolean served = finding().remaining().isZero();
        for (int i = 0; i < counted.length; i++) {
            Option option = options.get(i);
            boolean tracer = context.requirement() instanceof TracerActivity;
            if (!usedBefore[i] && !repeats(option) && !(tracer && served)) {
                counted[i] = brings(option, left);
                served |= counted[i] > 0;
            }
        }
        return counted;
    }

    /// Notes the options that are used up here for later due years.
    private void use(List<Option> options, boolean[] used) {
        int[] counted = counted(options);
        int earned = finding().earned().quarters();
        for (int i = 0; i < counted.length; i++) {
            used[i] |= counted[i] > 0 && context.history().usesUp(on, context.term(), earned);
            earned += counted[i];
        }
    }

    private int brings(Option option, CreditLimits left) {
        int credits = option.credits().quarters();
        return switch (context.requirement()) {
            case CreditTotal _ -> take(option, left).counted();
            case PatientSafetyCredits _ ->
                    left.patientSafety(
                                    option.code(),
                                    option.activity(),
                                    on,
                                    credits,
                                    option.patientSafety())
                            .counted();
            case TracerActivity _, ApprovedActivity _ ->
                    serves(option, on) ? Amount.QUARTERS_IN_ONE : 0;
        };
    }

    /// Whether the board's approval makes it count on a day where activities are counted.
    private boolean serves(Option option, LocalDate date) {
        return switch (context.requirement()) {
            case TracerActivity _ ->
                    TracerActivity.serves(option.activity(), context.evidence().tracer(), date);
            case ApprovedActivity approved ->
                    option.activity().approvedFor(approved.purpose(), date);
            case CreditTotal _, PatientSafetyCredits _ -> false;
        };
    }

    private CreditLimits.Share take(Option option, CreditLimits left) {
        return left.credits(option.code(), option.activity(), on, option.credits().quarters());
    }
}
