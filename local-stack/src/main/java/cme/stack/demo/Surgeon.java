package cme.stack.demo;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/// A made-up diplomate.
///
/// @param npi ten digits with a right check digit
/// @param cycleStartYear calendar year of Year 1 of the cycle of today
/// @param program the kind of certificate
/// @param habit how much of what is required this surgeon usually gets done
record Surgeon(
        String diplomateId,
        String npi,
        String givenName,
        String familyName,
        MonthDay birthDay,
        int cycleStartYear,
        LocalDate certifiedOn,
        Program program,
        Habit habit) {

    /// @param ruleSet the rules of the cycle of today
    /// @param tracerYears its due years that ask for a tracer
    enum Program {
        TEN_YEARS("abps-cc-10y", List.of(3, 6)),
        TEN_YEARS_OVERVIEW("abps-cc-10y-overview", List.of(3, 6)),
        FIVE_YEARS("abps-cc-5y", List.of(3)),
        /// A five-year cycle after a ten-year one has ended.
        RENEWED_FOR_FIVE_YEARS("abps-cc-5y", List.of(3));

        private final String ruleSet;
        private final List<Integer> tracerYears;

        Program(String ruleSet, List<Integer> tracerYears) {
            this.ruleSet = ruleSet;
            this.tracerYears = tracerYears;
        }

        String ruleSet() {
            return ruleSet;
        }

        List<Integer> tracerYears() {
            return tracerYears;
        }
    }

    enum Habit {
        DILIGENT,
        STEADY,
        LATE,
        SELDOM
    }

    String birthMonthDay() {
        return "%02d-%02d".formatted(birthDay.getMonthValue(), birthDay.getDayOfMonth());
    }
}
