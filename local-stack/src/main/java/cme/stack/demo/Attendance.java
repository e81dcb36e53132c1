package cme.stack.demo;

import cme.stack.demo.Surgeon.Habit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The attendance of a meeting and the claimed credits, as the CSV file that a meeting system
/// exports. A few rows are wrong on purpose, in ways that occur in real files.
final class Attendance {

    private static final String HEADER =
            "externalId,diplomateId,npi,familyName,birthMonthDay,activity,completedOn,credits,"
                    + "patientSafetyCredits\n";

    private Attendance() {}

    /// @return the roster; only its header if nobody attended
    static String csv(Meeting meeting, List<Surgeon> surgeons) {
        var random = new Random(meeting.code().hashCode());
        var rows = new ArrayList<String>();
        for (var surgeon : surgeons) {
            boolean attends = random.nextInt(100) < chance(surgeon.habit());
            int quarters = quarters(meeting, surgeon.habit(), random);
            if (attends && meeting.on().isAfter(surgeon.certifiedOn())) {
                rows.add(
                        row(
                                meeting,
                                rows.size() + 1,
                                surgeon,
                                credits(quarters),
                                ps(meeting, quarters)));
            }
        }
        rows.addAll(mistakes(meeting, surgeons, rows));
        return HEADER + String.join("", rows);
    }

    private static int chance(Habit habit) {
        return switch (habit) {
            case DILIGENT -> 97;
            case STEADY -> 90;
            case LATE -> 65;
            case SELDOM -> 15;
        };
    }

    private static int quarters(Meeting meeting, Habit habit, Random random) {
        int most = meeting.credits() * 4;
        int least =
                switch (habit) {
                    case DILIGENT -> most * 3 / 4;
                    case STEADY -> most / 2;
                    case LATE, SELDOM -> most / 3;
                };
        return least + random.nextInt(most - least + 1);
    }

    private static String credits(int quarters) {
        return "%d.%02d".formatted(quarters / 4, quarters % 4 * 25);
    }

    /// In proportion to what was attended, down to a quarter.
    private static String ps(Meeting meeting, int quarters) {
        return credits(quarters * meeting.patientSafetyCredits() / meeting.credits());
    }

    private static String row(Meeting meeting, int number, Surgeon s, String credits, String ps) {
        return String.join(
                        ",",
                        "%s-%04d".formatted(meeting.code(), number),
                        number % 5 == 0 ? "" : s.diplomateId(),
                        s.npi(),
                        s.familyName(),
                        number % 3 == 0 ? "" : s.birthMonthDay(),
                        meeting.code(),
                        meeting.on().toString(),
                        credits,
                        ps)
                + "\n";
    }

    private static List<String> mistakes(
            Meeting meeting, List<Surgeon> surgeons, List<String> rows) {
        var someone = surgeons.get(Math.floorMod(meeting.code().hashCode(), surgeons.size()));
        var wrong = new ArrayList<String>();
        if (!rows.isEmpty()) {
            wrong.add(rows.getFirst());
        }
        wrong.add(
                mistake(
                        meeting,
                        "X1",
                        someone.diplomateId(),
                        "1234567898",
                        someone.familyName(),
                        "8"));
        wrong.add(mistake(meeting, "X2", "999999", "", "Nobody", "8"));
        wrong.add(
                mistake(meeting, "X3", someone.diplomateId(), someone.npi(), "Somebody-Else", "8"));
        wrong.add(
                mistake(
                        meeting,
                        "X4",
                        someone.diplomateId(),
                        someone.npi(),
                        someone.familyName(),
                        "1.30"));
        wrong.add(
                mistake(
                        meeting,
                        "X5",
                        someone.diplomateId(),
                        someone.npi(),
                        someone.familyName(),
                        "500"));
        return wrong;
    }

    private static String mistake(
            Meeting meeting,
            String id,
            String diplomateId,
            String npi,
            String name,
            String credits) {
        return String.join(
                        ",",
                        meeting.code() + "-" + id,
                        diplomateId,
                        npi,
                        name,
                        "",
                        meeting.code(),
                        meeting.on().toString(),
                        credits,
                        "")
                + "\n";
    }
}
