package cme.stack.demo;

import cme.stack.demo.Surgeon.Habit;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The diplomates of the demonstration: always the same ones for the same year, in every year of
/// their cycle, with names as they occur.
final class MadeUpBoard {

    static final int SIZE = 200;

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
        var surgeons = new ArrayList<Surgeon>(SIZE);
        for (int i = 0; i < SIZE; i++) {
            int cycleStartYear = year - i % 10;
            surgeons.add(
                    new Surgeon(
                            "%06d".formatted(20_001 + i),
                            Npis.of(10_000_000 + random.nextInt(80_000_000)),
                            GIVEN.get(random.nextInt(GIVEN.size())),
                            FAMILY.get(i % FAMILY.size()),
                            MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28)),
                            cycleStartYear,
                            LocalDate.of(cycleStartYear - 1, 11, 6 + random.nextInt(20)),
                            habit(random.nextInt(100))));
        }
        return List.copyOf(surgeons);
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
