package cme.stack.demo;

import java.time.LocalDate;
import java.util.List;

/// A course that is approved with a tracer procedure.
record TracerCourse(String code, String title, String provider, String procedure) {

    static final List<TracerCourse> ALL =
            List.of(
                    new TracerCourse(
                            "ASAPS-AUGMENTATION-REVISION",
                            "Revision of augmentation mammaplasty",
                            "ASAPS",
                            "AUGMENTATION_MAMMAPLASTY"),
                    new TracerCourse(
                            "ASPS-CARPAL-TUNNEL-COURSE",
                            "Carpal tunnel syndrome: diagnosis and release",
                            "ASPS",
                            "CARPAL_TUNNEL"));

    String json() {
        return """
        {"code": "%s", "title": "%s", "provider": "%s", "type": "COURSE", "credits": 2,
         "patientSafetyCredits": 0.5, "creditsConfirmed": true, "oncePer": "WINDOW"}
        """
                .formatted(code, title, provider);
    }

    String approval(LocalDate today) {
        return """
        {"purpose": "TRACER", "procedures": ["%s"], "from": "%d-01-01"}
        """
                .formatted(procedure, today.getYear() - 10);
    }

    /// Everybody whose tracer it fits and who gets things done took it in spring of the due year.
    String csv(List<Surgeon> surgeons, LocalDate today) {
        var rows =
                new StringBuilder(
                        "externalId,diplomateId,familyName,activity,completedOn,credits,patientSafetyCredits\n");
        for (var surgeon : surgeons) {
            boolean fits = BoardRecords.procedure(surgeon).equals(procedure);
            if (fits && surgeon.habit().compareTo(Surgeon.Habit.LATE) < 0) {
                surgeon.program()
                        .tracerYears()
                        .forEach(dueYear -> rows.append(row(surgeon, dueYear, today)));
            }
        }
        return rows.toString();
    }

    private String row(Surgeon surgeon, int dueYear, LocalDate today) {
        var on = LocalDate.of(surgeon.cycleStartYear() + dueYear - 1, 3, 14);
        if (on.isAfter(today)) {
            return "";
        }
        return "%s-%s-%d,%s,%s,%s,%s,2,0.5\n"
                .formatted(
                        code,
                        surgeon.diplomateId(),
                        dueYear,
                        surgeon.diplomateId(),
                        surgeon.familyName(),
                        code,
                        on);
    }
}
