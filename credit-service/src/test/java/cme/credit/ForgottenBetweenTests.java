package cme.credit;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

import org.jdbi.v3.core.Jdbi;

/// Before each test, forgets what earlier ones did to the people and activities of the samples: a
/// row waits for the board after five contradicted days of birth of its person, and when the board
/// has decided otherwise on the same.
public final class ForgottenBetweenTests implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Arc.container()
                .select(Jdbi.class)
                .get()
                .useHandle(
                        handle -> {
                            handle.execute("delete from birth_day_contradiction");
                            handle.execute("delete from overruled_posting");
                        });
    }
}
