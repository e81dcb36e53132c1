package cme.compliance.status;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;

import cme.compliance.cases.AssessmentCase;
import cme.compliance.cases.CaseExpectations;
import cme.compliance.harness.PostedCase;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every case of the table is a test of the running service, named as the case is.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AssessmentCasesOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject PostedCase.Poster poster;
    @Inject SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.set(SettableClock.START);
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return AssessmentCase.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check(one)));
    }

    private void check(AssessmentCase one) throws JsonProcessingException {
        PostedCase posted = poster.post(one);
        CaseExpectations.check(one.expect(), status(posted, one), posted::caseId);
    }

    private JsonNode status(PostedCase posted, AssessmentCase one) throws JsonProcessingException {
        RequestSpecification request = board().queryParam("asOf", one.asOf().toString());
        if (one.knownAt() != null) {
            request.queryParam("knownAt", one.knownAt().toString());
        }
        Response response = request.get(path(posted.diplomate(), "status"));
        return JSON.readTree(response.then().statusCode(200).extract().asString());
    }
}
