package cme.stack.demo;

import cme.stack.demo.Surgeon.Habit;
import cme.stack.demo.Surgeon.Program;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The diplomates of the demonstration: always the same ones for the same year, in every year of a
/// ten-year cycle and in the first years of a five-year one, with names as they occur.
final class MadeUpBoard {

    /// Diplomates in ten-year cycles.
    private static final int TEN_YEARS = 200;

    /// Diplomates in five-year cycles; half of them had a ten-year one before.
    private static final int FIVE_YEARS = 24;

    private static final List<String> GIVEN =
            List.of(
                    "Maria", "Ada", "Jürgen", "Li", "Fatima", "Samuel", "Renée", "Noor", "Björn",
                    "Grace", "Anjali", "Tomás", "Ewa", "Kofi", "Hannah", "Mateo", "Siobhán", "Yuki",
                    "Daniel", "Zoë");
    private static final List<String> FAMILY =
            List.of(
                    "Lopez-Garcia",
                    "Okafor",
                    "Müller",
                    "Chen",
                    "O'Connor",
                    "Nguyen",
                    "van der Berg",
                    "Sørensen",
                    "Patel",
                    "Smith",
                    "Kowalski",
                    "Haddad",
                    "de la Cruz",
                    "Tanaka",
                    "Weiß",
                    "Mensah",
                    "Fournier",
                    "Ivanova",
                    "Kim",
                    "Rossi",
                    "Brown",
                    "Ångström",
                    "Silva",
                    "Cohen",
                    "Novák");

    private MadeUpBoard() {}

    /// @param year the current calendar year; cycles are laid around it
    static List<Surgeon> of(int year) {
        var random = new Random(150_20);
        var surgeons = new ArrayList<Surgeon>(TEN_YEARS + FIVE_YEARS);
        for (int i = 0; i < TEN_YEARS; i++) {
            int startYear = year - i % 10;
            var program = i % 10 == 6 ? Program.TEN_YEARS_OVERVIEW : Program.TEN_YEARS;
            surgeons.add(surgeon(i, random, startYear, startYear, program));
        }
        for (int i = 0; i < FIVE_YEARS; i++) {
            int startYear = year - i % 3;
            surgeons.add(
                    i % 2 == 0
                            ? surgeon(
                                    TEN_YEARS + i, random, startYear, startYear, Program.FIVE_YEARS)
                            : surgeon(
                                    TEN_YEARS + i,
                                    random,
                                    startYear,
                                    startYear - 10,
                                    Program.RENEWED_FOR_FIVE_YEARS));
        }
        return List.copyOf(surgeons);
    }

    /// @param firstYear the year after the certificate
    private static Surgeon surgeon(
            int number, Random random, int startYear, int firstYear, Program program) {
        return new Surgeon(
                "%06d".formatted(20_001 + number),
                Npis.of(10_000_000 + random.nextInt(80_000_000)),
                GIVEN.get(random.nextInt(GIVEN.size())),
                FAMILY.get(number % FAMILY.size()),
                MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28)),
                startYear,
                LocalDate.of(firstYear - 1, 11, 6 + random.nextInt(20)),
                program,
                habit(random.nextInt(100)));
    }

    private static Habit habit(int percent) {
        if (percent < 50) {
            return Habit.DILIGENT;
        }
        if (percent < 80) {
            return Habit.STEADY;
        }
        return percent < 93 ? Habit.LATE : Habit.SELDOM;
    }
}
