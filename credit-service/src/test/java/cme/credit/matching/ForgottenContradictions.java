package cme.credit.matching;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import org.jdbi.v3.core.Jdbi;

/// Before each test, forgets the days of birth that earlier ones have contradicted: after five of a
/// person, rows of the person wait for the board.
public final class ForgottenContradictions implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Arc.container()
                .select(Jdbi.class)
                .get()
                .useHandle(handle -> handle.execute("delete from birth_day_contradiction"));
    }
}
