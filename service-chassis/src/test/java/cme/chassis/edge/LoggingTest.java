package cme.chassis.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class LoggingTest {

    /// The logger of the service. A message on it shows that the handler receives all messages.
    private static final org.jboss.logging.Logger LOG =
            org.jboss.logging.Logger.getLogger(LoggingTest.class);

    /// The access record is apart from the other messages.
    private static final Logger ACCESS = Logger.getLogger("cme.access");

    /// Logs must not contain personal data, because they are kept longer and read by more people.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"Osler-Secret",
                "{\"Osler-Secret\": 1}",
                "{\"label\": \"Osler-Secret Osler-Secret Osler-Secret\"}",
                "{\"sentOn\": \"Osler-Secret\"}",
                "{\"items\": [{\"name\": \"Osler-Secret\"}]}",
                "{\"weight\": 1e99999999999, \"label\": \"Osler-Secret\"}"
            })
    void nothingThatWasSentIsLogged(String json) {
        var logged = Collections.synchronizedList(new ArrayList<String>());
        var listener = new LogListener(logged);
        Logger.getLogger("").addHandler(listener);
        ACCESS.addHandler(listener);
        try {
            post(given(), "/v1/parcels", json).statusCode(400);
            post(given().auth().oauth2("Osler-Secret"), "/v1/parcels/owned", json).statusCode(401);
            LOG.error("marker of the end");
        } finally {
            Logger.getLogger("").removeHandler(listener);
            ACCESS.removeHandler(listener);
        }
        assertThat(logged).anyMatch(line -> line.contains("marker of the end"));
        assertThat(logged).anyMatch(line -> line.contains("POST /v1/parcels/owned"));
        assertThat(logged).noneMatch(line -> line.contains("Secret"));
    }

    private static ValidatableResponse post(RequestSpecification caller, String path, String json) {
        return caller.contentType("application/json").body(json).post(path).then();
    }

    private static final class LogListener extends Handler {

        private final List<String> lines;

        LogListener(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord entry) {
            lines.add(
                    entry.getMessage()
                            + Arrays.toString(entry.getParameters())
                            + entry.getThrown());
        }

        @Override
        public void flush() {
            // The handler has no buffer.
        }

        @Override
        public void close() {
            // The handler has no resources.
        }
    }
}
