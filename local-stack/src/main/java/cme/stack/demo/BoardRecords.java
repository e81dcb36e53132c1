package cme.stack.demo;

import cme.stack.client.Api;

import java.time.LocalDate;
import java.util.List;

/// Records of the board about diplomates besides their cycles: tracers, special circumstances,
/// decisions.
record BoardRecords(Api board, LocalDate today) {

    void enter(List<Surgeon> surgeons) {
        for (var s : surgeons) {
            for (int dueYear : s.program().tracerYears()) {
                var finished = LocalDate.of(s.cycleStartYear() + dueYear - 1, 9, 15);
                boolean recorded = s.habit() != Surgeon.Habit.SELDOM && !finished.isAfter(today);
                if (recorded) {
                    DemoRun.enter(
                            board,
                            "/v1/diplomates/" + s.diplomateId() + "/tracers/" + dueYear,
                            "{\"procedure\": \"%s\", \"completedOn\": \"%s\"}"
                                    .formatted(procedure(s), finished));
                }
            }
        }
        var seldom = surgeons.stream().filter(s -> s.habit() == Surgeon.Habit.SELDOM).toList();
        seldom.stream().limit(3).forEach(s -> pauses(s, "null"));
        // Back in practice before the deadline: the board has to decide.
        seldom.stream()
                .skip(3)
                .filter(s -> s.cycleStartYear() > today.getYear() - 3)
                .limit(2)
                .forEach(s -> pauses(s, "\"%d-06-30\"".formatted(s.cycleStartYear())));
    }

    private void pauses(Surgeon surgeon, String until) {
        board.post(
                        "/v1/diplomates/" + surgeon.diplomateId() + "/pathways",
                        """
                {"pathway": "SPECIAL_CIRCUMSTANCES", "from": "%d-03-10", "until": %s,
                 "reason": "Not actively practising"}
                """
                                .formatted(surgeon.cycleStartYear(), until))
                .expect(200, 201);
    }

    static String procedure(Surgeon surgeon) {
        return surgeon.diplomateId().hashCode() % 2 == 0
                ? "AUGMENTATION_MAMMAPLASTY"
                : "CARPAL_TUNNEL";
    }
}
