package cme.portal.rules;

import cme.portal.compliance.RuleSet;
import cme.portal.page.Formats;
import cme.portal.page.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that is asked: how much of what, and in which years.
///
/// @param number such as `150`
/// @param when such as `Due in years 3, 6 and 9; counts what is completed in the three years before
///   each deadline.`
/// @param pathway for whom it is asked; null where it is asked of most
/// @param help where the board says how to earn it
public record AskedOf(
        String number, String name, String when, @Nullable String pathway, String help) {
    private static final List<String> SMALL =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    public static AskedOf of(RuleSet.Requirement one, Formats formats) {
        return new AskedOf(
                formats.shortCredits(one.required()),
                name(one),
                when(one),
                one.pathway().equals("STANDARD") ? null : Words.pathway(one.pathway()),
                "/guidance?requirement=" + one.id());
    }

    static String name(RuleSet.Requirement one) {
        return Words.requirement(one.id());
    }

    static String when(RuleSet.Requirement one) {
        List<String> years = one.dueYears().stream().map(String::valueOf).toList();
        int back = one.lookBackYears();
        return "Due in "
                + (years.size() == 1 ? "year " : "years ")
                + Formats.list(years)
                + "; counts what is completed in the "
                + (back == 1
                        ? "year"
                        : (back < SMALL.size() ? SMALL.get(back) : String.valueOf(back)) + " years")
                + " before each deadline.";
    }
}
