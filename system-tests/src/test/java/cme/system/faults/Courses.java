package cme.system.faults;

import static org.awaitility.Awaitility.await;

import cme.stack.client.Api;
import java.time.Duration;
import java.util.List;

/// The activities that are completed in the fault test, two of each society.
final class Courses {

    static final List<String> SOCIETIES = List.of("ASPS", "ASAPS");

    private Courses() {}

    static List<String> of(String society) {
        return List.of(society + "-FAULTS-1", society + "-FAULTS-2");
    }

    static List<String> all() {
        return SOCIETIES.stream().flatMap(society -> of(society).stream()).toList();
    }

    static void offer(Api catalog) {
        for (var code : all()) {
            catalog.put("/v1/activities/" + code, json(code, "As first offered", "DATE"))
                    .expect(201);
            catalog.post(
                            "/v1/activities/" + code + "/approvals",
                            """
                            {"purpose": "TRACER", "procedures": ["CARPAL_TUNNEL"], "from": "2018-01-01"}
                            """)
                    .expect(201);
            catalog.post(
                            "/v1/activities/" + code + "/approvals",
                            "{\"purpose\": \"PATIENT_SAFETY\", \"from\": \"2019-01-01\"}")
                    .expect(201);
        }
    }

    static String json(String code, String title, String oncePer) {
        return """
        {"code": "%s", "title": "%s", "provider": "%s", "type": "COURSE", "credits": 60,
         "patientSafetyCredits": 60, "creditsConfirmed": true, "oncePer": "%s"}
        """
                .formatted(code, title, code.substring(0, code.indexOf('-')), oncePer);
    }

    /// A dry run tells, and leaves nothing behind.
    static void awaitIn(Api credit) {
        var someone = Diplomates.ALL.getFirst();
        for (var code : all()) {
            var row =
                    "externalId,diplomateId,familyName,activity,completedOn,credits\nPROBE,%s,%s,%s,2025-01-01,1\n"
                            .formatted(someone.id(), someone.familyName(), code);
            await().atMost(Duration.ofMinutes(2))
                    .until(
                            () ->
                                    credit.post(
                                                    "/v1/rosters?externalId=PROBE&dryRun=true",
                                                    "text/csv",
                                                    row)
                                            .at("/recorded")
                                            .equals("1"));
        }
    }
}
