package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The sessions of a meeting, posted one by one, count together in the status, at most to the
/// credits of the meeting.
@ExtendWith(SharedSystem.class)
class SessionsTest {

    private static final String MEETING = "ASPS-WINTER-SESSIONS";
    private static final String DIPLOMATE = "700011";

    private static RunningSystem system;

    @BeforeAll
    static void enter(RunningSystem running) {
        system = running;
        system.board(Service.CATALOG)
                .put(
                        "/v1/activities/" + MEETING,
                        """
                        {"code": "%s", "title": "Winter meeting", "provider": "ASPS", "type": "MEETING", "credits": 8,
                         "patientSafetyCredits": 0, "creditsConfirmed": true, "creditsPer": "ACTIVITY"}
                        """
                                .formatted(MEETING))
                .expect(201);
        system.board(Service.CREDIT)
                .put(
                        "/v1/identities/" + DIPLOMATE,
                        "{\"givenName\": \"Ann\", \"familyName\": \"Saint-Exupery\"}")
                .expect(201);
        system.board(Service.COMPLIANCE)
                .put(
                        "/v1/diplomates/" + DIPLOMATE + "/cycle",
                        "{\"ruleSet\": \"abps-cc-10y\", \"cycleStartYear\": 2021, \"certifiedOn\": \"2020-11-14\"}")
                .expect(201);
    }

    @Test
    void theSessionsOfADayAddUpAndTheDaysOfAMeetingShareItsCredits() {
        String roster =
                """
                externalId,diplomateId,familyName,activity,completedOn,session,credits
                S-1,700011,Saint-Exupery,ASPS-WINTER-SESSIONS,2026-02-23,Morning,2
                S-2,700011,Saint-Exupery,ASPS-WINTER-SESSIONS,2026-02-23,Afternoon,3
                S-3,700011,Saint-Exupery,ASPS-WINTER-SESSIONS,2026-02-23,Evening,1.5
                S-4,700011,Saint-Exupery,ASPS-WINTER-SESSIONS,2026-02-24,Morning,2
                """;
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                system.society("ASPS")
                                        .post("/v1/rosters?externalId=SESSIONS", "text/csv", roster)
                                        .at("/rejected")
                                        .equals("0"));

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(total().path("counted")).hasSize(4));
        assertThat(total().path("earned").decimalValue()).isEqualByComparingTo("8");
        assertThat(total().at("/counted/0/session").asText()).isEqualTo("Morning");
        assertThat(total().at("/notCounted/0/reason").asText()).isEqualTo("OVER_MAXIMUM");
        assertThat(total().at("/notCounted/0/lost").decimalValue()).isEqualByComparingTo("0.5");
    }

    private static JsonNode total() {
        JsonNode status =
                system.diplomate(DIPLOMATE)
                        .get("/v1/diplomates/" + DIPLOMATE + "/status?asOf=2026-11-23")
                        .expect(200)
                        .body();
        return StreamSupport.stream(status.path("findings").spliterator(), false)
                .filter(finding -> finding.path("requirement").asText().equals("cme-total"))
                .filter(finding -> finding.path("dueYear").asInt() == 6)
                .findFirst()
                .orElseThrow();
    }
}
