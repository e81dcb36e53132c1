package cme.system;

import static org.awaitility.Awaitility.await;

import cme.stack.service.Service;
import java.time.Duration;

/// The catalog, identities and cycles that the samples need.
record SampleBoard(RunningSystem system) {

    static final String MEETING = "ASPS-ANNUAL-2026";

    void enter() {
        var catalog = system.board(Service.CATALOG);
        catalog.put("/v1/activities/" + MEETING, meeting()).expect(200, 201);
        catalog.post(
                        "/v1/activities/" + MEETING + "/approvals",
                        "{\"purpose\": \"LIFELONG_LEARNING\", \"from\": \"2026-01-01\", \"until\": \"2026-12-31\"}")
                .expect(200, 201);
        RunningSystem.sample("identities.csv").lines().skip(1).forEach(this::identity);
        RunningSystem.sample("cycles.csv").lines().skip(1).forEach(this::cycle);
        awaitMeetingInTheLedger();
    }

    private static String meeting() {
        return """
        {"code": "%s", "title": "Annual meeting 2026", "provider": "ASPS", "type": "MEETING",
         "credits": 60, "patientSafetyCredits": 12, "creditsConfirmed": true, "oncePer": "DATE"}
        """
                .formatted(MEETING);
    }

    private void identity(String line) {
        var cells = line.split(",");
        system.board(Service.CREDIT)
                .put(
                        "/v1/identities/" + cells[0],
                        """
                        {"npi": "%s", "givenName": "%s", "familyName": "%s", "birthMonthDay": "%s"}
                        """
                                .formatted(cells[1], cells[2], cells[3], cells[4]))
                .expect(201);
    }

    private void cycle(String line) {
        var cells = line.split(",");
        system.board(Service.COMPLIANCE)
                .put(
                        "/v1/diplomates/" + cells[0] + "/cycle",
                        """
                        {"ruleSet": "%s", "cycleStartYear": %s, "certifiedOn": "%s"}
                        """
                                .formatted(cells[1], cells[2], cells[3]))
                .expect(201);
    }

    /// The credit-service hears of the meeting from Kafka. A dry run tells when it has, without
    /// leaving anything behind.
    private void awaitMeetingInTheLedger() {
        var row =
                "externalId,diplomateId,familyName,activity,completedOn,credits\n"
                        + "PROBE,012345,Lopez,ASPS-ANNUAL-2026,2026-10-12,1\n";
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                system.society("ASPS")
                                        .post(
                                                "/v1/rosters?externalId=PROBE&dryRun=true",
                                                "text/csv",
                                                row)
                                        .at("/recorded")
                                        .equals("1"));
    }
}
