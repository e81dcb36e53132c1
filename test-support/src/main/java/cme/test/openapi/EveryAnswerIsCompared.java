package cme.test.openapi;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;

import java.util.Optional;

/// Has the answers to REST Assured compared with the document in every Quarkus test of a service
/// that has a document. Quarkus finds it as a service; tests need nothing for it.
public final class EveryAnswerIsCompared implements QuarkusTestBeforeClassCallback {

    /// Read once: the document and its schemas take longer than most classes of tests.
    private static final Optional<AnswersAsDocumented> FILTER =
            OpenApiDocument.committed().map(AnswersAsDocumented::new);

    @Override
    public void beforeClass(Class<?> test) {
        FILTER.ifPresent(RestAssured::replaceFiltersWith);
    }
}
