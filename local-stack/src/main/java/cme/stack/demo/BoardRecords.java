package cme.stack.demo;

import cme.stack.client.Api;

import java.time.LocalDate;
import java.util.List;

/// What the board's staff record about diplomates besides their cycles: tracers, special
/// circumstances, decisions.
record BoardRecords(Api board, LocalDate today) {

    private static final List<Integer> TRACER_YEARS = List.of(3, 6);

    void enter(List<Surgeon> surgeons) {
        for (var s : surgeons) {
            for (int dueYear : TRACER_YEARS) {
                var finished = LocalDate.of(s.cycleStartYear() + dueYear - 1, 9, 15);
                boolean recorded = s.habit() != Surgeon.Habit.SELDOM && !finished.isAfter(today);
                if (recorded) {
                    Loading.enter(
                            board,
                            "/v1/diplomates/" + s.diplomateId() + "/tracers/" + dueYear,
                            "{\"procedure\": \"%s\", \"completedOn\": \"%s\"}"
                                    .formatted(procedure(s), finished));
                }
            }
        }
        surgeons.stream()
                .filter(s -> s.habit() == Surgeon.Habit.SELDOM)
                .limit(3)
                .forEach(this::pauses);
    }

    private void pauses(Surgeon surgeon) {
        board.post(
                        "/v1/diplomates/" + surgeon.diplomateId() + "/pathways",
                        """
                {"pathway": "SPECIAL_CIRCUMSTANCES", "from": "%d-03-10", "until": null,
                 "reason": "Not actively practising"}
                """
                                .formatted(surgeon.cycleStartYear()))
                .expect(200, 201);
    }

    static String procedure(Surgeon surgeon) {
        return surgeon.diplomateId().hashCode() % 2 == 0
                ? "AUGMENTATION_MAMMAPLASTY"
                : "CARPAL_TUNNEL";
    }

    /// The due year whose tracer comes next, or the last one.
    static int nextTracerYear(Surgeon surgeon, LocalDate today) {
        int year = today.getYear() - surgeon.cycleStartYear() + 1;
        return year <= 3 ? 3 : 6;
    }
}
