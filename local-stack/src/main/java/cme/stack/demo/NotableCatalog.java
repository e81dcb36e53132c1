package cme.stack.demo;

import cme.stack.client.Api;

import java.time.LocalDate;

/// Activities in every state: approved, approved until a day, retired, put back after a retirement,
/// proposed by a society, and one whose approval was taken back.
///
/// @param board edits the catalog
/// @param asps proposes as the American Society of Plastic Surgeons
/// @param asaps proposes as the Aesthetic Society
record NotableCatalog(Api board, Api asps, Api asaps, DemoDays days) {

    static final String SYMPOSIUM = "ASPS-HAND-SYMPOSIUM";
    static final String LAPSED = "ASPS-FLEXOR-TENDON-COURSE";
    static final String LONG_TITLE = "ASPS-LONGEST-TITLE";

    /// A tracer with it finds no activity, as the only one was approved until a day that has
    /// passed.
    static final String UNSERVED_PROCEDURE = "FLEXOR_TENDON_LACERATION";

    /// The longest title that the services take.
    static final int MAX_TITLE = 300;

    /// The symposium has two days.
    LocalDate symposium() {
        return LocalDate.of(days.nextDue() - 1, 5, 20);
    }

    void offer() {
        var day = symposium();
        enter(
                SYMPOSIUM,
                """
                {"title": "Symposium on surgery of the hand", "provider": "ASPS", "type": "MEETING", "credits": 20,
                 "patientSafetyCredits": 4, "creditsConfirmed": true, "oncePer": "DATE", "creditsPer": "ACTIVITY",
                 "offeredFrom": "%s", "offeredUntil": "%s"}
                """
                        .formatted(day, day.plusDays(1)));
        approve(SYMPOSIUM, "{\"purpose\": \"LIFELONG_LEARNING\", \"from\": \"%s\"}".formatted(day));
        enter(LAPSED, course("Repair of flexor tendons: zones and rehabilitation", "COURSE"));
        approve(
                LAPSED,
                """
                {"purpose": "TRACER", "procedures": ["%s"], "from": "%d-01-01", "until": "%d-12-31"}
                """
                        .formatted(UNSERVED_PROCEDURE, days.nextDue() - 4, days.nextDue() - 2));
        enter(LONG_TITLE, course(longTitle("A course"), "COURSE"));
        approve(LONG_TITLE, lifelongLearning());
        retire();
        takeBack();
        propose();
    }

    /// The board sees later that a course is aligned with a tracer procedure: those who have taken
    /// it are helped by it afterwards.
    void approveAfterwards() {
        var activity = "/v1/activities/" + LONG_TITLE;
        if (board.get(activity).expect(200).body().path("approvals").size() < 2) {
            board.post(
                            activity + "/approvals",
                            """
                            {"purpose": "TRACER", "procedures": ["CARPAL_TUNNEL"], "from": "%d-01-01"}
                            """
                                    .formatted(days.nextDue() - 4))
                    .expect(200, 201);
        }
    }

    private void retire() {
        enter("ASPS-CHEMICAL-PEEL-ARCHIVE", course("Chemical peels, recorded 2009", "CURRICULUM"));
        approve("ASPS-CHEMICAL-PEEL-ARCHIVE", lifelongLearning());
        retire("ASPS-CHEMICAL-PEEL-ARCHIVE", "Its content is out of date");
        enter("ASPS-BURN-CARE-BASICS", course("Burn care: the first day", "COURSE"));
        approve("ASPS-BURN-CARE-BASICS", lifelongLearning());
        retire("ASPS-BURN-CARE-BASICS", "Thought to be replaced by another course");
        var activity = board.get("/v1/activities/ASPS-BURN-CARE-BASICS").expect(200);
        board.with("If-Match", activity.tag())
                .delete(
                        "/v1/activities/ASPS-BURN-CARE-BASICS/retirement?reason=The+society+keeps+offering+it")
                .expect(204);
    }

    private void retire(String code, String reason) {
        board.post(
                        "/v1/activities/" + code + "/retirement",
                        "{\"on\": \"%s\", \"reason\": \"%s\"}"
                                .formatted(days.today().minusMonths(2), reason))
                .expect(200);
    }

    /// An approval for patient safety that was given by mistake.
    private void takeBack() {
        var code = "ASPS-PRACTICE-MARKETING";
        enter(code, course("Marketing of a surgical practice", "OTHER"));
        approve(code, lifelongLearning());
        var mistake =
                board.post(
                                "/v1/activities/" + code + "/approvals",
                                "{\"purpose\": \"PATIENT_SAFETY\", \"from\": \"%s\"}"
                                        .formatted(days.afterLastDeadline()))
                        .expect(200, 201);
        var approval = "/v1/activities/" + code + "/approvals/" + mistake.at("/id");
        board.with("If-Match", board.get(approval).expect(200).tag())
                .delete(approval + "?reason=It+is+not+about+patient+safety")
                .expect(204);
    }

    private void propose() {
        propose(asps, "ASPS-MICROSURGERY-WORKSHOP", "Microsurgery, hands on", "OTHER");
        propose(asps, "ASPS-IMPLANT-SURVEILLANCE", "Surveillance of breast implants", "ARTICLE");
        propose(asaps, "ASAPS-FACIAL-FILLERS", "Facial fillers: anatomy", "COURSE");
    }

    /// Only the board confirms credits.
    private static void propose(Api society, String code, String title, String type) {
        var proposal =
                """
                {"title": "%s", "provider": "%s", "type": "%s", "credits": 2, "patientSafetyCredits": 0.5}
                """
                        .formatted(title, code.substring(0, code.indexOf('-')), type);
        DemoRun.enter(society, "/v1/activities/" + code, proposal);
    }

    private String lifelongLearning() {
        return "{\"purpose\": \"LIFELONG_LEARNING\", \"from\": \"%d-01-01\"}"
                .formatted(days.nextDue() - 4);
    }

    private static String course(String title, String type) {
        return """
        {"title": "%s", "provider": "ASPS", "type": "%s", "credits": 2, "patientSafetyCredits": 0.5,
         "creditsConfirmed": true, "oncePer": "WINDOW"}
        """
                .formatted(title, type);
    }

    private void enter(String code, String json) {
        DemoRun.enter(board, "/v1/activities/" + code, json);
    }

    private void approve(String code, String approval) {
        DemoRun.approveOnce(board, code, approval);
    }

    /// A title as long as it may be.
    static String longTitle(String begin) {
        var title = new StringBuilder(begin);
        var more =
                " on the assessment and prevention of complications after operations on patients with several"
                        + " illnesses and after radiotherapy";
        while (title.length() < MAX_TITLE) {
            title.append(more);
        }
        return title.substring(0, MAX_TITLE - 1) + ".";
    }
}
