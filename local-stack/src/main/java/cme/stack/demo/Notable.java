package cme.stack.demo;

import cme.stack.demo.Surgeon.Program;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/// The made-up diplomates who are worth a look: together they show every state, standing and reason
/// that the services know.
enum Notable {
    FEW_CREDITS_LEFT("Þórdís", "Ólafsdóttir-Łukaszewicz", "02-29", due(3, -1), "%s"),
    TRACER_MISSING("Imogen", "Blackwood", "03-07", due(3, 0), "tracer missing"),
    NOT_ALIGNED(
            "Cornelius",
            "Vandermeer",
            "11-19",
            due(3, 0),
            "a course that is not aligned with the tracer, and a near miss"),
    APPROVAL_LAPSED(
            "Priya", "Raghunathan", "06-02", due(3, 0), "took a course after its approval ended"),
    ALREADY_USED(
            "Oluwaseun",
            "Adeyemi",
            "08-25",
            due(6, 0),
            "two tracers and one course; 60 credits of the examination"),
    WHAT_DID_NOT_COUNT(
            "Marguerite",
            "Delacroix",
            "01-16",
            due(3, 0),
            "one completion for nearly every reason not to count"),
    FIVE_YEAR_CYCLE(
            "Thaddeus",
            "Oyelaran",
            "05-21",
            new Due(Program.FIVE_YEARS, 3, 0),
            "five-year cycle, windows that overlap"),
    OVERDUE("Gwendolyn", "Hathaway", "09-30", due(3, -2), "overdue for more than a year"),
    DECISION_NEEDED(
            "Esperanza",
            "Villanueva",
            "12-08",
            due(3, 0),
            "special circumstances for a part of the time: the board has to decide"),
    NOT_PRACTISING(
            "Bartholomew",
            "Quigley",
            "04-11",
            due(3, 0),
            "special circumstances, patient-safety activity open"),
    NOT_PRACTISING_DONE(
            "Anneliese",
            "Zimmermann",
            "07-27",
            due(3, 0),
            "special circumstances, patient-safety activity done"),
    COMPLETE("Rosalind", "Featherstone", "10-05", due(9, -1), "everything met or waived"),
    DECISION_TAKEN_BACK(
            "Ignatius", "Kilbride", "02-13", due(3, 0), "an extension that was taken back"),
    MERGED("Marisol", "Castellanos", "06-18", due(3, 0), "merged number"),
    SURVIVOR(
            "Marisol",
            "Castellanos-Whitfield",
            "06-19",
            due(3, 0),
            "has a merged number, whose tracer contradicts"),
    SEPARATED("Henrik", "Lindqvist", "03-29", due(3, 0), "was merged by mistake, and separated"),
    SEPARATED_FROM(
            "Henrike",
            "Lindqvist-Dahl",
            "08-14",
            due(3, 0),
            "was somebody else's number for a day"),
    NO_CYCLE("Solveig", "Bergström", "01-03", null, "completions, and no cycle yet"),
    LONG_TITLES(
            "Wolfeschlegel",
            "Hausenbergerdorff",
            "05-09",
            due(3, 0),
            "titles of 300 characters; a course was aligned afterwards"),
    CORRECTED(
            "Jacqueline",
            "Montgomery",
            "11-02",
            due(3, 0),
            "corrected completions, and corrections that wait for the board"),
    NAMESAKE("Haruka", "Nakamura", "04-17", due(3, 0), "shares a name with the next one"),
    OTHER_NAMESAKE("Kenji", "Nakamura", "09-12", due(3, 0), "shares a name with the one before"),
    ERASED("Leopold", "Vasquez-Thorne", "07-04", due(3, 0), "personal data erased"),
    NOTHING_YET("Beatrix", "Lovelace", "10-23", due(3, 1), "new, nothing posted yet");

    private static final int FIRST_NUMBER = 30_001;
    private static final int FIRST_NPI = 90_000_000;

    private final String givenName;
    private final String familyName;
    private final String birthMonthDay;
    private final @Nullable Due due;
    private final String note;

    /// The facts with which a cycle begins.
    ///
    /// @param year a due year of the cycle
    /// @param offset when it is due: 0 with the next deadline, -1 with the last one
    record Due(Program program, int year, int offset) {}

    Notable(
            String givenName,
            String familyName,
            String birthMonthDay,
            @Nullable Due due,
            String note) {
        this.givenName = givenName;
        this.familyName = familyName;
        this.birthMonthDay = birthMonthDay;
        this.due = due;
        this.note = note;
    }

    private static Due due(int year, int offset) {
        return new Due(Program.TEN_YEARS, year, offset);
    }

    String number() {
        return "%06d".formatted(FIRST_NUMBER + ordinal());
    }

    String npi() {
        return Npis.of(FIRST_NPI + ordinal());
    }

    String givenName() {
        return givenName;
    }

    String familyName() {
        return familyName;
    }

    String fullName() {
        return givenName + " " + familyName;
    }

    String birthMonthDay() {
        return birthMonthDay;
    }

    /// One phrase; `%s` stands for what is left to do.
    String note() {
        return note;
    }

    /// Null without a cycle.
    @Nullable Due due() {
        return due;
    }

    /// Calendar year of Year 1.
    int startYear(DemoDays days) {
        return due == null ? 0 : days.nextDue() + due.offset() - due.year() + 1;
    }

    LocalDate certifiedOn(DemoDays days) {
        return LocalDate.of(startYear(days) - 1, Month.NOVEMBER, 14);
    }

    /// Whether the number has a status of its own in the end.
    boolean hasStatus() {
        return due != null && this != MERGED;
    }
}
