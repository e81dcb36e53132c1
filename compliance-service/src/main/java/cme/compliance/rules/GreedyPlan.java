package cme.compliance.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan given when [PlanSearch] found none in time: it always adds the activity that brings
/// most to the gaps, until all are closed. It need not be a smallest plan.
final class GreedyPlan {

    private GreedyPlan() {}

    /// @param most activities in the plan
    /// @return by code; null when no plan closes the gaps this way
    static @Nullable List<Option> of(List<Gap> gaps, List<Option> options, int most) {
        List<Option> set = new ArrayList<>();
        List<Option> rest = new ArrayList<>(options);
        while (set.size() < most) {
            Option next = bringsMost(gaps, set, rest);
            if (next == null) {
                return null;
            }
            set.add(next);
            rest.remove(next);
            List<Option> plan = Option.byCode(set);
            if (filled(gaps, plan) >= gaps.size()) {
                return plan;
            }
        }
        return null;
    }

    private static @Nullable Option bringsMost(
            List<Gap> gaps, List<Option> set, List<Option> rest) {
        Option next = null;
        double most = filled(gaps, set);
        for (Option option : rest) {
            set.add(option);
            double filled = filled(gaps, Option.byCode(set));
            set.removeLast();
            if (filled > most) {
                most = filled;
                next = option;
            }
        }
        return next;
    }

    /// The filled shares of all gaps, each from 0 to 1, added up.
    private static double filled(List<Gap> gaps, List<Option> set) {
        double sum = 0;
        for (Gap gap : gaps) {
            sum += Math.min(gap.help(set), gap.need()) / (double) gap.need();
        }
        return sum;
    }
}
