package cme.stack.demo;

import java.time.LocalDate;
import java.time.Month;

/// The days that the records of the notable people lie around.
record DemoDays(LocalDate today) {

    /// The calendar year whose deadline, December 1, is the last one that has passed.
    int lastDue() {
        return today.isAfter(LocalDate.of(today.getYear(), Month.DECEMBER, 1))
                ? today.getYear()
                : today.getYear() - 1;
    }

    /// The year of the next deadline, which may be today's.
    int nextDue() {
        return lastDue() + 1;
    }

    /// The first day after the last deadline.
    LocalDate afterLastDeadline() {
        return LocalDate.of(lastDue(), Month.DECEMBER, 2);
    }

    /// A day of the last late period that is over, on which open findings are late.
    LocalDate lateDay() {
        return LocalDate.of(lastDue() - 1, Month.DECEMBER, 15);
    }

    static LocalDate meetingOfAsps(int year) {
        return LocalDate.of(year, Month.OCTOBER, 12);
    }

    static LocalDate meetingOfAsaps(int year) {
        return LocalDate.of(year, Month.APRIL, 24);
    }

    static LocalDate course(int year) {
        return LocalDate.of(year, Month.MARCH, 14);
    }
}
