package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No transaction waits for the database for ever, and a time-out is an outage.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TimeoutTest {

    @Inject Jdbi jdbi;

    @ParameterizedTest
    @CsvSource({
        "lock_timeout, 15s",
        "statement_timeout, 1min",
        "idle_in_transaction_session_timeout, 1min"
    })
    void everyConnectionHasTimeouts(String setting, String value) {
        assertThat(jdbi.<String, RuntimeException>withHandle(h -> show(h, setting)))
                .isEqualTo(value);
    }

    private static String show(Handle handle, String setting) {
        return handle.createQuery("select current_setting(:name)")
                .bind("name", setting)
                .mapTo(String.class)
                .one();
    }

    @Test
    void aLockThatIsHeldTooLongIsAnOutage() {
        try (var holder = jdbi.open()) {
            holder.begin();
            holder.execute("lock table dead_letter in access exclusive mode");
            isOutage(
                    "SQLSTATE 55P03",
                    "set local lock_timeout = '50ms'",
                    "select 1 from dead_letter");
            holder.rollback();
        }
    }

    @Test
    void aStatementThatTakesTooLongIsAnOutage() {
        isOutage("SQLSTATE 57014", "set local statement_timeout = '50ms'", "select pg_sleep(60)");
    }

    private void isOutage(String state, String limit, String statement) {
        try (var other = jdbi.open()) {
            var failure =
                    catchThrowable(
                            () ->
                                    other.useTransaction(
                                            waiting -> {
                                                waiting.execute(limit);
                                                waiting.execute(statement);
                                            }));
            assertThat(Outage.isBehind(failure)).isTrue();
            assertThat(Outage.of(failure)).isEqualTo(state);
        }
    }
}
