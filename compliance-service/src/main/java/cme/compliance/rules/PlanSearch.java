package cme.compliance.rules;

import cme.compliance.rules.Amount.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds a smallest set of activities that closes all gaps: fewest activities, then least credits,
/// then first by code.
///
/// The method is exact: branch and bound with iterative deepening. For 1, 2, 3 ... activities it
/// tries every set that the bounds do not rule out, so the first size with a set is the smallest,
/// and at that size it keeps the best. Activities that bring the same everywhere for the same
/// credits form a [Kind] and are taken in the order of their codes. A branch is cut when even the
/// best activity left, taken as often as places are left, cannot fill some gap, or all gaps in sum;
/// and when its credits cannot come below those of the best set found, as no activity brings more
/// than its credits. What several activities bring together, under a cap or where one finding uses
/// up what another would need, is counted exactly when a set is complete; before that each is taken
/// for the most it can bring.
///
/// The search ends after [#MOST_STEPS] steps. What it found by then is given, and that it is not
/// proven.
final class PlanSearch {

    static final int MOST_STEPS = 2_000_000;

    /// A larger plan than this is no help to anybody.
    static final int MOST_ACTIVITIES = 200;

    /// Gaps are measured in millionths of themselves when they are added up.
    private static final long WHOLE = 1_000_000;

    /// @param options of a best set, by code; null when none was found
    /// @param smallest whether no smaller set exists, or none at all
    /// @param leastCredits whether no set of that size has fewer credits or, with as many, comes
    ///   first by code
    record Result(@Nullable List<Option> options, boolean smallest, boolean leastCredits) {}

    /// Options that bring the same.
    ///
    /// @param helps by gap, at most its need, and last the sum of them relative to the needs
    private record Kind(long[] helps, int credits, List<Option> options) {}

    private final List<Gap> all;
    private final List<Gap> gaps;
    private final long[] needs;
    private final List<Kind> kinds;

    /// By kind and gap: the most that this kind or a later one brings.
    private final long[][] mostFrom;

    private final int[] leastCreditsFrom;
    private final List<Option> chosen = new ArrayList<>();
    private int stepsLeft;
    private @Nullable List<Option> best;
    private int bestCredits;

    /// @param all every finding whose window is open, as what one of them takes another may miss
    /// @param gaps those of them to be closed
    PlanSearch(List<Gap> all, List<Gap> gaps, List<Option> options, int mostSteps) {
        this.all = all;
        this.gaps = gaps;
        this.stepsLeft = mostSteps;
        this.needs = new long[gaps.size() + 1];
        for (int gap = 0; gap < gaps.size(); gap++) {
            needs[gap] = gaps.get(gap).need();
        }
        needs[gaps.size()] = WHOLE * gaps.size();
        this.kinds = kinds(options);
        this.mostFrom = new long[kinds.size() + 1][needs.length];
        this.leastCreditsFrom = new int[kinds.size() + 1];
        leastCreditsFrom[kinds.size()] = Integer.MAX_VALUE;
        for (int kind = kinds.size() - 1; kind >= 0; kind--) {
            leastCreditsFrom[kind] =
                    Math.min(leastCreditsFrom[kind + 1], kinds.get(kind).credits());
            for (int gap = 0; gap < needs.length; gap++) {
                mostFrom[kind][gap] =
                        Math.max(mostFrom[kind + 1][gap], kinds.get(kind).helps()[gap]);
            }
        }
    }

    Result search() {
        int most = Math.min(count(), MOST_ACTIVITIES);
        for (int size = 1; size <= most && stepsLeft > 0; size++) {
            choose(0, size, needs, 0);
            if (best != null) {
                return new Result(best, true, stepsLeft > 0);
            }
        }
        boolean allTried = stepsLeft > 0 && count() <= MOST_ACTIVITIES;
        return allTried
                ? new Result(null, true, true)
                : new Result(stepsLeft > 0 ? null : greedy(most), false, false);
    }

    private int count() {
        return kinds.stream().mapToInt(kind -> kind.options().size()).sum();
    }

    /// Chooses so many more, from this kind on.
    private void choose(int from, int places, long[] left, int credits) {
        if (places == 0) {
            consider(credits);
            return;
        }
        for (int kind = from; kind < kinds.size() && stepsLeft > 0; kind++) {
            if (!canFill(kind, places, left) || !canBeBetter(kind, places, left, credits)) {
                return;
            }
            List<Option> alike = kinds.get(kind).options();
            long[] after = left.clone();
            int most = Math.min(places, alike.size());
            int before = chosen.size();
            for (int taken = 1; taken <= most && stepsLeft > 0; taken++) {
                stepsLeft--;
                for (int gap = 0; gap < after.length; gap++) {
                    after[gap] -= kinds.get(kind).helps()[gap];
                }
                chosen.add(alike.get(taken - 1));
                int sum = credits + taken * kinds.get(kind).credits();
                choose(kind + 1, places - taken, after, sum);
            }
            chosen.subList(before, chosen.size()).clear();
        }
    }

    private boolean canFill(int kind, int places, long[] left) {
        for (int gap = 0; gap < left.length; gap++) {
            if (left[gap] > places * mostFrom[kind][gap]) {
                return false;
            }
        }
        return true;
    }

    private boolean canBeBetter(int kind, int places, long[] left, int credits) {
        if (best == null) {
            return true;
        }
        long more = (long) places * leastCreditsFrom[kind];
        for (int gap = 0; gap < gaps.size(); gap++) {
            if (gaps.get(gap).finding().unit() == Unit.CREDIT) {
                more = Math.max(more, left[gap]);
            }
        }
        return credits + more <= bestCredits;
    }

    private void consider(int credits) {
        if (best != null && credits > bestCredits) {
            return;
        }
        List<Option> set = byCode(chosen);
        boolean closes = gaps.stream().allMatch(gap -> gap.help(set) >= gap.need());
        if (closes && (best == null || credits < bestCredits || before(set, best))) {
            best = set;
            bestCredits = credits;
        }
    }

    /// When the search gave up: always the activity that brings most of what is still short, until
    /// nothing is.
    private @Nullable List<Option> greedy(int most) {
        List<Option> set = new ArrayList<>();
        List<Option> rest = new ArrayList<>();
        kinds.forEach(kind -> rest.addAll(kind.options()));
        while (set.size() < most) {
            Option next = null;
            double brings = 0;
            double before = filled(set);
            for (Option option : rest) {
                set.add(option);
                double more = filled(byCode(set)) - before;
                set.removeLast();
                if (more > brings) {
                    brings = more;
                    next = option;
                }
            }
            if (next == null) {
                return null;
            }
            set.add(next);
            rest.remove(next);
            if (filled(byCode(set)) >= gaps.size()) {
                return byCode(set);
            }
        }
        return null;
    }

    private double filled(List<Option> set) {
        double sum = 0;
        for (Gap gap : gaps) {
            sum += Math.min(gap.help(set), gap.need()) / (double) gap.need();
        }
        return sum;
    }

    private List<Kind> kinds(List<Option> options) {
        Map<List<Object>, Kind> kinds = new LinkedHashMap<>();
        for (Option option : byCode(options)) {
            long[] helps = new long[needs.length];
            for (int gap = 0; gap < gaps.size(); gap++) {
                helps[gap] = Math.min(gaps.get(gap).mostHelp(option), needs[gap]);
                // Rounded up, so that the sum is never less than it should be.
                helps[gaps.size()] += Math.ceilDiv(helps[gap] * WHOLE, needs[gap]);
            }
            if (helps[gaps.size()] > 0) {
                int credits = option.credits().quarters();
                kinds.computeIfAbsent(
                                sameness(option, helps),
                                _ -> new Kind(helps, credits, new ArrayList<>()))
                        .options()
                        .add(option);
            }
        }
        List<Kind> sorted = new ArrayList<>(kinds.values());
        sorted.sort(Comparator.comparingLong((Kind kind) -> -kind.helps()[gaps.size()]));
        return sorted;
    }

    /// What two options must have in common to be taken for each other; under a cap also what does
    /// not come through alone.
    private List<Object> sameness(Option option, long[] helps) {
        Activity.Revision activity = option.activity();
        List<Object> same = new ArrayList<>();
        same.add(Arrays.toString(helps));
        same.add(option.credits());
        all.forEach(gap -> same.add(gap.mostHelp(option)));
        if (activity.cap() != null) {
            same.add(activity.cap());
            same.add(PatientSafetyCredits.partOfFullClaim(activity));
            all.forEach(gap -> same.add(gap.repeats(option)));
        }
        return same;
    }

    private static List<Option> byCode(List<Option> options) {
        return options.stream().sorted(Comparator.comparing(Option::code)).toList();
    }

    private static boolean before(List<Option> some, List<Option> others) {
        for (int i = 0; i < some.size(); i++) {
            int order = some.get(i).code().compareTo(others.get(i).code());
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }
}
