package cme.chassis.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class GuardedStepTest {

    private static final String PLACE = "credit.completions.v1";

    private record Failing(RuntimeException failure) implements Check {

        @Override
        public Counted counted() {
            return Counted.EVENTS;
        }

        @Override
        public String place() {
            return PLACE;
        }

        @Override
        public Step step(Handle handle) {
            throw failure;
        }
    }

    /// No step here uses the database.
    private static Check.Step taken(Check check) {
        Connection unused =
                (Connection)
                        Proxy.newProxyInstance(
                                GuardedStepTest.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (_, method, _) ->
                                        method.getReturnType() == boolean.class ? true : null);
        try (Handle handle = Jdbi.open(unused)) {
            return GuardedStep.take(handle, check);
        }
    }

    @Test
    void aTopicThatIsOutOfReachIsSkippedAndNamed() {
        var check = new Failing(new TopicOutOfReach(PLACE, new IllegalStateException("away")));
        Check.Step step = taken(check);
        assertThat(step.isLast()).isTrue();
        assertThat(step.findings()).isEmpty();
        var progress = new VerificationProgress();
        progress.add(check, step);
        assertThat(progress.notCompared()).containsExactly(PLACE);
    }

    @Test
    void dataThatCannotBeReadAreAFinding() {
        assertThat(taken(new Failing(new IllegalStateException("odd"))).findings())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Finding.Kind.UNREADABLE);
    }

    @Test
    void anOutageOfTheDatabaseEndsTheCheckUntilItIsBack() {
        var outage = new ConnectionException(new SQLTransientConnectionException("away"));
        assertThatThrownBy(() -> taken(new Failing(outage))).isSameAs(outage);
    }
}
