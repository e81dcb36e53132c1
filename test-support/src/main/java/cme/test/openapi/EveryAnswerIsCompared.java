package cme.test.openapi;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;

/// Has the answers to REST Assured compared with the document in every Quarkus test of a service
/// that has a document. Quarkus finds it as a service; tests need nothing for it.
public final class EveryAnswerIsCompared implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> test) {
        OpenApiDocument.committed()
                .map(AnswersAsDocumented::new)
                .ifPresent(RestAssured::replaceFiltersWith);
    }
}
