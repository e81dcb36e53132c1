package cme.compliance.rules;

import cme.compliance.rules.Amount.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds a smallest set of activities that closes all gaps: fewest activities, then least credits,
/// then first by code.
///
/// The method is exact: branch and bound with iterative deepening. For 1, 2, 3 ... activities it
/// tries every set that the bounds do not rule out, so the first size with a set is the smallest,
/// and at that size it keeps the best. Activities of one [OptionKind] are taken in the order of
/// their codes. A branch is cut when even the best activity left, taken as often as places are
/// left, cannot fill some gap, or all gaps in sum; and when its credits cannot come below those of
/// the best set found, as no activity brings more than its credits. While a set is incomplete, each
/// activity is assumed to bring the most it can. When it is complete, the effect of caps, and of
/// one finding using up what another needs, is counted exactly.
///
/// The search ends after [#MOST_STEPS] steps. The best set found by then is given, marked as not
/// proven.
final class PlanSearch {

    static final int MOST_STEPS = 2_000_000;

    /// A larger plan than this is no help to anybody.
    static final int MOST_ACTIVITIES = 200;

    /// @param options of a best set, by code; null when none was found
    /// @param smallest whether no smaller set exists, or none at all
    /// @param leastCredits whether no set of that size has fewer credits or, with as many, comes
    ///   first by code
    record Result(@Nullable List<Option> options, boolean smallest, boolean leastCredits) {}

    private final List<Gap> gaps;
    private final long[] needs;
    private final List<OptionKind> kinds;

    /// By kind and gap: the most that this kind or a later one brings.
    private final long[][] mostFrom;

    private final int[] leastCreditsFrom;
    private final List<Option> chosen = new ArrayList<>();
    private int stepsLeft;
    private @Nullable List<Option> best;
    private int bestCredits;

    /// @param all every finding whose window is open, as one of them may use up what another needs
    /// @param gaps the findings among them that are to be closed
    PlanSearch(List<Gap> all, List<Gap> gaps, List<Option> options, int mostSteps) {
        this.gaps = gaps;
        this.stepsLeft = mostSteps;
        this.needs = OptionKind.needs(gaps);
        this.kinds = OptionKind.of(options, all, gaps);
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
        List<Option> options = kinds.stream().flatMap(kind -> kind.options().stream()).toList();
        int most = Math.min(options.size(), MOST_ACTIVITIES);
        for (int size = 1; size <= most && stepsLeft > 0; size++) {
            choose(0, size, needs, 0);
            if (best != null) {
                return new Result(best, true, stepsLeft > 0);
            }
        }
        if (stepsLeft > 0) {
            boolean allTried = options.size() <= MOST_ACTIVITIES;
            return new Result(null, allTried, allTried);
        }
        return new Result(GreedyPlan.of(gaps, options, most), false, false);
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
        List<Option> set = Option.byCode(chosen);
        boolean closes = gaps.stream().allMatch(gap -> gap.help(set) >= gap.need());
        if (closes && (best == null || credits < bestCredits || isBefore(set, best))) {
            best = set;
            bestCredits = credits;
        }
    }

    private static boolean isBefore(List<Option> some, List<Option> others) {
        return Arrays.compare(codes(some), codes(others)) < 0;
    }

    private static Activity.Code[] codes(List<Option> options) {
        return options.stream().map(Option::code).toArray(Activity.Code[]::new);
    }
}
