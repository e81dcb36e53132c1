package cme.chassis.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.eventlog.PublicationWindow.FenceState;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementContextListener;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PublicationWindowTest {

    /// The id of the first transaction of a database. All transactions with lower ids are over.
    private static final String PASSED = "3";

    @Inject EventLog log;
    @Inject Jdbi jdbi;
    @Inject PublishedTopic topic;

    /// The publisher keeps one handle for as long as it leads, so statements that stay open would
    /// fill the memory.
    @Test
    void theHandleKeepsNoStatements() {
        jdbi.useTransaction(handle -> log.append(handle, List.of(TestEvents.of("window", 1))));
        try (var handle = jdbi.open()) {
            var open = new OpenStatements();
            handle.getConfig(SqlStatements.class).addContextListener(open);
            PublicationWindow.open(handle);
            var window = new PublicationWindow(0, Long.MAX_VALUE, PASSED);
            assertThat(window.page(handle, topic, 10).orElseThrow()).isNotEmpty();
            assertThat(open.seen).isPositive();
            assertThat(open.now).isEmpty();
        }
    }

    /// As after a failover: the promoted server goes on with the ids that it knows.
    @Test
    void aServerSaysWhenItNeverDrewTheIdOfTheFence() {
        try (var handle = jdbi.open()) {
            var ahead = new PublicationWindow(0, 1, "900000000000000");
            assertThat(ahead.state(handle)).isEqualTo(FenceState.UNKNOWN);
            var passed = new PublicationWindow(0, 1, PASSED);
            assertThat(passed.state(handle)).isEqualTo(FenceState.PASSED);
            handle.begin();
            var own = handle.select("select pg_current_xact_id()::text").mapTo(String.class).one();
            jdbi.useHandle(
                    other -> {
                        other.execute("select pg_current_xact_id()");
                        var held = new PublicationWindow(0, 1, next(own));
                        assertThat(held.state(other)).isEqualTo(FenceState.AHEAD);
                    });
            handle.rollback();
        }
    }

    private static String next(String id) {
        return Long.toString(Long.parseLong(id) + 1);
    }

    private static final class OpenStatements implements StatementContextListener {
        private int seen;
        private final Set<StatementContext> now = new HashSet<>();

        @Override
        public void contextCreated(StatementContext context) {
            seen++;
            now.add(context);
        }

        /// It is called more than once for some statements.
        @Override
        public void contextCleaned(StatementContext context) {
            now.remove(context);
        }
    }
}
