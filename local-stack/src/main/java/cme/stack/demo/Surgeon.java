package cme.stack.demo;

import java.time.LocalDate;
import java.time.MonthDay;

/// A made-up diplomate.
///
/// @param npi ten digits with a right check digit
/// @param cycleStartYear calendar year of Year 1
/// @param habit how much of what is required this surgeon usually gets done
record Surgeon(
        String diplomateId,
        String npi,
        String givenName,
        String familyName,
        MonthDay birthDay,
        int cycleStartYear,
        LocalDate certifiedOn,
        Habit habit) {

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
