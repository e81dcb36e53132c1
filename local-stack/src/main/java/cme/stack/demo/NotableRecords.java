package cme.stack.demo;

import cme.stack.client.Answer;
import cme.stack.client.Api;

import java.time.LocalDate;
import java.util.List;

/// The board's records about the notable people besides their cycles.
///
/// @param board records in the compliance-service
record NotableRecords(Api board, DemoDays days) {

    private static final String CARPAL_TUNNEL = "CARPAL_TUNNEL";
    private static final List<Notable> DONE_WITH_CARPAL_TUNNEL =
            List.of(
                    Notable.FEW_CREDITS_LEFT,
                    Notable.NOT_ALIGNED,
                    Notable.WHAT_DID_NOT_COUNT,
                    Notable.FIVE_YEAR_CYCLE,
                    Notable.DECISION_TAKEN_BACK,
                    Notable.SURVIVOR,
                    Notable.LONG_TITLES,
                    Notable.CORRECTED);

    void enter() {
        cycles();
        tracers();
        pathways();
        decisions();
        takeBack();
    }

    private void cycles() {
        for (var who : Notable.values()) {
            if (who.due() != null) {
                put(
                        who,
                        "cycle",
                        "{\"ruleSet\": \"%s\", \"cycleStartYear\": %d, \"certifiedOn\": \"%s\"}"
                                .formatted(
                                        who.due().program().ruleSet(),
                                        who.startYear(days),
                                        who.certifiedOn(days)));
            }
        }
    }

    private void tracers() {
        var finished = LocalDate.of(days.nextDue() - 1, 9, 15);
        DONE_WITH_CARPAL_TUNNEL.forEach(who -> tracer(who, 3, CARPAL_TUNNEL, finished));
        tracer(Notable.APPROVAL_LAPSED, 3, NotableCatalog.UNSERVED_PROCEDURE, finished);
        tracer(Notable.ALREADY_USED, 3, CARPAL_TUNNEL, DemoDays.course(days.nextDue() - 3));
        tracer(Notable.ALREADY_USED, 6, CARPAL_TUNNEL, finished);
        tracer(Notable.MERGED, 3, "DUPUYTREN_DISEASE", finished);
    }

    private void tracer(Notable who, int dueYear, String procedure, LocalDate on) {
        put(
                who,
                "tracers/" + dueYear,
                "{\"procedure\": \"%s\", \"completedOn\": \"%s\"}".formatted(procedure, on));
    }

    private void pathways() {
        var begin = "%d-03-10".formatted(days.nextDue() - 2);
        pause(Notable.NOT_PRACTISING, begin, "null");
        pause(Notable.NOT_PRACTISING_DONE, begin, "null");
        pause(Notable.DECISION_NEEDED, begin, "\"%d-06-30\"".formatted(days.nextDue() - 1));
    }

    private Answer pause(Notable who, String from, String until) {
        return post(
                who,
                "pathways",
                """
                {"pathway": "SPECIAL_CIRCUMSTANCES", "from": "%s", "until": %s, "reason": "Not actively practising"}
                """
                        .formatted(from, until));
    }

    private void decisions() {
        decide(
                Notable.FEW_CREDITS_LEFT,
                "cme-total",
                3,
                "\"EXTENDED\", \"until\": \"%s\"".formatted(days.today().plusDays(2)));
        decide(Notable.COMPLETE, "tracer-activity", 3, "\"SATISFIED\"");
        decide(Notable.COMPLETE, "tracer-activity", 6, "\"WAIVED\"");
        decide(Notable.DECISION_TAKEN_BACK, "patient-safety", 3, "\"WAIVED\"");
    }

    private Answer decide(Notable who, String requirement, int dueYear, String decision) {
        return post(
                who,
                "decisions",
                """
                {"requirement": "%s", "dueYear": %d, "decision": %s, "reason": "Letter to the board office"}
                """
                        .formatted(requirement, dueYear, decision));
    }

    /// A decision, a tracer and a pathway, each of which was recorded by mistake.
    private void takeBack() {
        var who = Notable.DECISION_TAKEN_BACK;
        var extension = "\"EXTENDED\", \"until\": \"%d-12-31\"".formatted(days.nextDue());
        takeBack(who, "decisions/cme-total/3", decide(who, "cme-total", 3, extension));
        var tracer = "{\"procedure\": \"%s\"}".formatted(CARPAL_TUNNEL);
        takeBack(who, "tracers/6", put(who, "tracers/6", tracer));
        var from = "%d-02-01".formatted(days.nextDue() - 1);
        takeBack(who, "pathways/" + from, pause(who, from, "null"));
    }

    private void takeBack(Notable who, String what, Answer recorded) {
        board.with("If-Match", recorded.tag())
                .delete(path(who, what) + "?reason=It+was+meant+for+somebody+else")
                .expect(204);
    }

    private Answer put(Notable who, String what, String json) {
        return DemoRun.enter(board, path(who, what), json);
    }

    private Answer post(Notable who, String what, String json) {
        return board.post(path(who, what), json).expect(200, 201);
    }

    private static String path(Notable who, String what) {
        return "/v1/diplomates/" + who.number() + "/" + what;
    }
}
