package cme.compliance.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Options that bring the same to every gap for the same credits, so that [PlanSearch] need not try
/// one in place of another.
///
/// @param helps in quarters, by gap, at most its need; last the sum of them relative to the needs
/// @param credits of one of them, in quarter credits
/// @param options by code
record OptionKind(long[] helps, int credits, List<Option> options) {

    /// Gaps are measured in millionths of themselves when they are added up.
    private static final long WHOLE = 1_000_000;

    /// The needs in the order of [#helps]: by gap in quarters, and last their sum.
    static long[] needs(List<Gap> gaps) {
        long[] needs = new long[gaps.size() + 1];
        for (int gap = 0; gap < gaps.size(); gap++) {
            needs[gap] = gaps.get(gap).need();
        }
        needs[gaps.size()] = WHOLE * gaps.size();
        return needs;
    }

    /// The kinds of options that help at all, the most helpful first.
    static List<OptionKind> of(List<Option> options, List<Gap> all, List<Gap> gaps) {
        Map<List<Object>, OptionKind> kinds = new LinkedHashMap<>();
        for (Option option : Option.byCode(options)) {
            long[] helps = helps(option, gaps);
            if (helps[gaps.size()] > 0) {
                int credits = option.credits().quarters();
                kinds.computeIfAbsent(
                                sameness(option, helps, all),
                                _ -> new OptionKind(helps, credits, new ArrayList<>()))
                        .options()
                        .add(option);
            }
        }
        List<OptionKind> sorted = new ArrayList<>(kinds.values());
        sorted.sort(Comparator.comparingLong((OptionKind kind) -> -kind.helps[gaps.size()]));
        return sorted;
    }

    private static long[] helps(Option option, List<Gap> gaps) {
        long[] helps = new long[gaps.size() + 1];
        for (int gap = 0; gap < gaps.size(); gap++) {
            long need = gaps.get(gap).need();
            helps[gap] = Math.min(gaps.get(gap).mostHelp(option), need);
            // Rounded up, so that the sum is never less than it should be.
            helps[gaps.size()] += Math.ceilDiv(helps[gap] * WHOLE, need);
        }
        return helps;
    }

    /// Two options are of one kind when these are equal. Under a cap they must also agree in values
    /// that the cap hides.
    private static List<Object> sameness(Option option, long[] helps, List<Gap> all) {
        Activity.Revision activity = option.activity();
        List<Object> same = new ArrayList<>();
        same.add(Arrays.toString(helps));
        same.add(option.credits());
        all.forEach(gap -> same.add(gap.mostHelp(option)));
        if (activity.cap() != null) {
            same.add(activity.cap());
            same.add(option.patientSafety());
            all.forEach(gap -> same.add(gap.repeats(option)));
            all.forEach(gap -> same.add(gap.underMaximum(option)));
        }
        return same;
    }
}
