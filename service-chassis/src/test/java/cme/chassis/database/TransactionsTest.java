package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TransactionsTest extends ArticleChanges {

    @Test
    void theSessionAndTheHandleHaveOneConnection() {
        String process = "select pg_backend_pid()";
        transactions.run(
                handle ->
                        assertThat(
                                        session.createNativeQuery(process, Integer.class)
                                                .getSingleResult())
                                .isEqualTo(handle.createQuery(process).mapTo(Integer.class).one()));
    }

    @Test
    void aChangeAndItsEventBecomeVisibleTogether() {
        transactions.run(
                handle -> {
                    create(code);
                    append(handle, 1);
                    elsewhere(
                            () -> {
                                assertThat(titles()).isEmpty();
                                assertThat(events()).isZero();
                            });
                });
        assertThat(titles()).containsExactly(code);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void aFailureBetweenTheChangeAndTheEventLeavesNeither() {
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        handle -> {
                                            create(code);
                                            throw new IllegalStateException("between");
                                        }))
                .hasMessage("between");
        assertThat(titles()).isEmpty();
        assertThat(events()).isZero();
    }

    @Test
    void aFailureAfterTheEventLeavesNeither() {
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        handle -> {
                                            create(code);
                                            append(handle, 1);
                                            handle.execute("select 1 / 0");
                                        }))
                .hasMessageContaining("division by zero");
        assertThat(titles()).isEmpty();
        assertThat(events()).isZero();
    }

    @Test
    void aTransactionOfJdbiInsideIsPartOfTheWhole() {
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        handle -> {
                                            create(code);
                                            jdbi.useTransaction(inner -> append(inner, 1));
                                            assertThat(handle.isInTransaction()).isTrue();
                                            throw new IllegalStateException("after the inner one");
                                        }))
                .hasMessage("after the inner one");
        assertThat(titles()).isEmpty();
        assertThat(events()).isZero();
    }

    @Test
    void aRollbackOfTheHandleRollsTheWholeBack() {
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        handle -> {
                                            create(code);
                                            handle.rollback();
                                        }))
                .isInstanceOf(RuntimeException.class);
        assertThat(titles()).isEmpty();
    }

    @Test
    void outsideJdbiBeginsAndEndsItsOwnTransactions() {
        jdbi.useTransaction(handle -> append(handle, 1));
        assertThat(events()).isEqualTo(1);
        assertThatThrownBy(
                        () ->
                                jdbi.useTransaction(
                                        handle -> {
                                            append(handle, 2);
                                            throw new IllegalStateException("local");
                                        }))
                .hasMessage("local");
        try (var handle = jdbi.open()) {
            handle.begin();
            append(handle, 3);
            handle.rollback();
        }
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void theActionRunsAfterTheCommit() {
        var seen = new AtomicInteger();
        transactions.run(
                handle -> {
                    append(handle, 1);
                    transactions.afterCommit(handle, () -> elsewhere(() -> seen.set(events())));
                    assertThat(seen).hasValue(0);
                });
        assertThat(seen).hasValue(1);
    }

    @Test
    void theActionRunsAfterTheCommitOfALocalTransactionToo() {
        var seen = new AtomicInteger();
        jdbi.useTransaction(
                handle -> {
                    append(handle, 1);
                    transactions.afterCommit(handle, () -> elsewhere(() -> seen.set(events())));
                    assertThat(seen).hasValue(0);
                });
        assertThat(seen).hasValue(1);
    }

    @Test
    void theActionNeverRunsAfterARollback() {
        var hasRun = new AtomicBoolean();
        assertThatThrownBy(() -> transactions.run(handle -> fail(handle, hasRun)))
                .hasMessage("rolled back");
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> fail(handle, hasRun)))
                .hasMessage("rolled back");
        assertThat(hasRun).isFalse();
    }

    private void fail(Handle handle, AtomicBoolean hasRun) {
        transactions.afterCommit(handle, () -> hasRun.set(true));
        throw new IllegalStateException("rolled back");
    }

    @Test
    void aDryRunReturnsItsResultAndLeavesNothing() {
        var hasRun = new AtomicBoolean();
        String result =
                transactions.dryRun(
                        handle -> {
                            create(code);
                            append(handle, 1);
                            transactions.afterCommit(handle, () -> hasRun.set(true));
                            return articles.findById(code).title();
                        });
        assertThat(result).isEqualTo(code);
        assertThat(titles()).isEmpty();
        assertThat(events()).isZero();
        assertThat(hasRun).isFalse();
    }

    @Test
    void aFailureOfADryRunIsThrown() {
        assertThatThrownBy(
                        () ->
                                transactions.dryRun(
                                        _ -> {
                                            throw new IllegalStateException("while trying");
                                        }))
                .hasMessage("while trying");
    }
}
