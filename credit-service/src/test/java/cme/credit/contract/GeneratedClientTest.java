package cme.credit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.client.ApiClient;
import cme.credit.client.ApiException;
import cme.credit.client.api.CompletionsApi;
import cme.credit.client.api.RostersApi;
import cme.credit.client.model.Completion;
import cme.credit.client.model.CompletionRequest;
import cme.credit.client.model.CompletionStatus;
import cme.credit.client.model.Problem;
import cme.credit.client.model.RosterRequest;
import cme.credit.client.model.RosterResult;
import cme.credit.client.model.RosterRowRequest;
import cme.credit.client.model.RowOutcome;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The description is true: a client that a standard generator makes of it does a society's work.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class GeneratedClientTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

    @Inject CatalogEvents catalog;
    @TestHTTPResource URI base;

    private final String externalId = UUID.randomUUID().toString();
    private final ApiClient client = new ApiClient();

    @BeforeEach
    void aSocietyHasTheClient() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        client.updateBaseUri(base.toString().replaceFirst("/$", ""));
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + TestTokens.society("ASPS")));
    }

    @Test
    void aRosterIsPostedAndReadBack() throws ApiException {
        var rosters = new RostersApi(client);
        RosterResult result = rosters.postRoster(roster(), null, null);
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
        Completion completion = new CompletionsApi(client).getCompletion(id, null);
        assertThat(completion.getCompletedOn()).isEqualTo(DAY);
        assertThat(completion.getCredits()).isEqualByComparingTo("23.5");
        assertThat(completion.getStatus()).isEqualTo(CompletionStatus.RECORDED);
        assertThat(completion.getPatientSafetyCredits()).isNull();
        assertThat(completion.getRecordedAt()).isNotNull();
    }

    private RosterRequest roster() {
        return new RosterRequest()
                .externalId(externalId)
                .activity("ASPS-ANNUAL-2026")
                .completedOn(DAY)
                .addRowsItem(row("1", "23.5"))
                .addRowsItem(row("2", "1.3"));
    }

    private RosterRowRequest row(String number, String credits) {
        return new RosterRowRequest()
                .externalId(externalId + "-" + number)
                .diplomateId("012345")
                .familyName("Lopez")
                .credits(new BigDecimal(credits));
    }

    @Test
    void aRefusalIsAProblemWithItsPointers() throws Exception {
        var request =
                new CompletionRequest()
                        .externalId(externalId)
                        .npi("1234567898")
                        .familyName("Lopez")
                        .title("Grand rounds")
                        .completedOn(DAY)
                        .credits(new BigDecimal("1"));
        var refused =
                catchThrowableOfType(
                        ApiException.class,
                        () -> new CompletionsApi(client).postCompletion(request));
        assertThat(refused.getCode()).isEqualTo(400);
        Problem problem =
                client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(problem.getStatus()).isEqualTo(400);
        assertThat(problem.getErrors().getFirst().getPointer()).isEqualTo("/npi");
        assertThat(problem.getErrors().getFirst().getCode()).isEqualTo("npi.check-digit");
    }
}
