package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cme.client.catalog.api.ActivitiesApi;
import cme.client.catalog.model.Activity;
import cme.client.compliance.api.StatusApi;
import cme.client.compliance.model.Status;
import cme.client.credit.ApiClient;
import cme.client.credit.ApiException;
import cme.client.credit.api.CompletionsApi;
import cme.client.credit.api.HeldRowsApi;
import cme.client.credit.api.RostersApi;
import cme.client.credit.api.TranscriptsApi;
import cme.client.credit.model.Completion;
import cme.client.credit.model.CompletionRequest;
import cme.client.credit.model.CompletionStatus;
import cme.client.credit.model.PostedCompletion;
import cme.client.credit.model.Problem;
import cme.client.credit.model.RosterRequest;
import cme.client.credit.model.RosterResult;
import cme.client.credit.model.RosterRowRequest;
import cme.client.credit.model.RowOutcome;
import cme.client.credit.model.Transcript;
import cme.stack.service.Service;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The descriptions are true: clients that a standard generator makes of them do a society's work.
@ExtendWith(SharedSystem.class)
class GeneratedClientsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final String DIPLOMATE = "750001";

    private static RunningSystem system;

    private final String externalId = UUID.randomUUID().toString();

    @BeforeAll
    static void introduce(RunningSystem running) {
        system = running;
        system.introduce(DIPLOMATE, "Grace", "Hopper");
    }

    private static Consumer<HttpRequest.Builder> bearer(Supplier<String> token) {
        return request -> request.header("Authorization", "Bearer " + token.get());
    }

    private static ApiClient credit(Supplier<String> token) {
        var client = new ApiClient();
        client.updateBaseUri(system.stack().service(Service.CREDIT).baseUrl());
        client.setRequestInterceptor(bearer(token));
        return client;
    }

    private static ApiClient society() {
        return credit(() -> system.stack().tokens().society("ASPS"));
    }

    private RosterRequest roster() {
        return new RosterRequest()
                .externalId(externalId)
                .activity(SampleBoard.MEETING)
                .completedOn(DAY)
                .addRowsItem(row("1", "23.5"))
                .addRowsItem(row("2", "1.3"));
    }

    private RosterRowRequest row(String number, String credits) {
        return new RosterRowRequest()
                .externalId(externalId + "-" + number)
                .diplomateId(DIPLOMATE)
                .familyName("Hopper")
                .credits(new BigDecimal(credits));
    }

    private CompletionRequest completion() {
        return new CompletionRequest()
                .externalId(externalId)
                .familyName("Hopper")
                .title("Grand rounds")
                .completedOn(DAY)
                .credits(new BigDecimal("1"));
    }

    @Test
    void aRosterIsPostedAndReadBack() throws ApiException {
        var rosters = new RostersApi(society());
        RosterResult result = rosters.postRoster(roster(), null, null, null, null, null);
        assertThat(result.getRecorded()).isEqualTo(1);
        assertThat(result.getResults().get(1).getOutcome()).isEqualTo(RowOutcome.REJECTED);
        assertThat(result.getResults().get(1).getErrors().getFirst().getPointer())
                .isEqualTo("/credits");
        var stored = rosters.getRoster(result.getId().toString(), null);
        assertThat(stored.getExternalId()).isEqualTo(externalId);
        assertThat(stored.getRejected()).isEqualTo(1);
        var rows = rosters.listRosterRows(result.getId().toString(), RowOutcome.RECORDED, 5, null);
        assertThat(rows.getNextCursor()).isNull();
        String id = rows.getItems().getFirst().getCompletion().toString();
        Completion completion = new CompletionsApi(society()).getCompletion(id, null);
        assertThat(completion.getCompletedOn()).isEqualTo(DAY);
        assertThat(completion.getCredits()).isEqualByComparingTo("23.5");
        assertThat(completion.getStatus()).isEqualTo(CompletionStatus.RECORDED);
        assertThat(completion.getPatientSafetyCredits()).isNull();
        assertThat(completion.getRecordedAt()).isNotNull();
    }

    @Test
    void aRefusalIsAProblemWithItsPointers() throws Exception {
        ApiClient client = society();
        var refused =
                catchThrowableOfType(
                        ApiException.class,
                        () ->
                                new CompletionsApi(client)
                                        .postCompletion(completion().npi("1234567898"), null));
        assertThat(refused.getCode()).isEqualTo(400);
        Problem problem =
                client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(problem.getStatus()).isEqualTo(400);
        assertThat(problem.getErrors().getFirst().getPointer()).isEqualTo("/npi");
        assertThat(problem.getErrors().getFirst().getCode()).isEqualTo("npi.check-digit");
    }

    @Test
    void aSingleCompletionThatIsHeldTellsItsHeldRow() throws ApiException {
        PostedCompletion held =
                new CompletionsApi(society())
                        .postCompletion(completion().diplomateId("759999"), null);
        assertThat(held.getHeldRow()).isNotNull();
        var board = new HeldRowsApi(credit(() -> system.stack().tokens().board()));
        assertThat(board.listHeldRows(null, null, null, null, null, 500, null).getItems())
                .anySatisfy(row -> assertThat(row.getId()).isEqualTo(held.getHeldRow()));
    }

    @Test
    void anActivityIsFoundAndRead() throws cme.client.catalog.ApiException {
        var client = new cme.client.catalog.ApiClient();
        client.updateBaseUri(system.stack().service(Service.CATALOG).baseUrl());
        var activities = new ActivitiesApi(client);
        Activity meeting = activities.getActivity(SampleBoard.MEETING, null);
        assertThat(meeting.getTitle()).isEqualTo("Annual meeting 2026");
        assertThat(meeting.getCredits()).isEqualByComparingTo("60");
        assertThat(meeting.getOfferedUntil()).isNull();
        assertThat(meeting.getApprovals().getFirst().getFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void aStatusAndATranscriptAreRead() throws ApiException, cme.client.compliance.ApiException {
        Supplier<String> diplomate = () -> system.stack().tokens().diplomate(DIPLOMATE);
        new RostersApi(society()).postRoster(roster(), null, null, null, null, null);
        Transcript transcript =
                new TranscriptsApi(credit(diplomate)).getTranscript(DIPLOMATE, null, null, null);
        assertThat(transcript.getDiplomateId()).isEqualTo(DIPLOMATE);

        var client = new cme.client.compliance.ApiClient();
        client.updateBaseUri(system.stack().service(Service.COMPLIANCE).baseUrl());
        client.setRequestInterceptor(bearer(diplomate));
        var statuses = new StatusApi(client);
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                statuses.getStatus(DIPLOMATE, null, null, null, null)
                                                .getBasis()
                                                .getCompletions()
                                        > 0);
        Status status = statuses.getStatus(DIPLOMATE, LocalDate.of(2026, 11, 23), null, null, null);
        assertThat(status.getCycle().getYear()).isEqualTo(6);
        assertThat(status.getFindings()).isNotEmpty();
        assertThat(status.getFindings().getFirst().getDeadline()).isNotNull();
    }
}
