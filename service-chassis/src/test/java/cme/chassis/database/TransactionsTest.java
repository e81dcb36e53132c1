package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.TestEvents;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TransactionsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    @Inject Transactions transactions;
    @Inject Articles articles;
    @Inject EntityManager session;
    @Inject EventLog log;
    @Inject Jdbi jdbi;

    private final String code = UUID.randomUUID().toString();

    private void create(String title) {
        articles.persist(new Article(code, title, NOW, "test"));
        articles.flush();
    }

    private void rename(String title) {
        articles.findById(code).rename(title, NOW, "test");
        articles.flush();
    }

    private void append(Handle handle, int revision) {
        log.append(handle, List.of(TestEvents.of(code, revision)));
    }

    private List<String> titles() {
        return jdbi.withHandle(
                h ->
                        h.select("select title from article where code = ?", code)
                                .mapTo(String.class)
                                .list());
    }

    private int events() {
        return jdbi.withHandle(
                h ->
                        h.select("select count(*) from event_log where key = ?", code)
                                .mapTo(Integer.class)
                                .one());
    }

    /// Runs the task outside of the transaction of this thread.
    private static void elsewhere(Runnable task) {
        CompletableFuture.runAsync(task, Thread::startVirtualThread).join();
    }

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

    @Test
    void anInsertThatAnotherMadeFirstIsRunOnceMore() {
        var runs = new AtomicInteger();
        transactions.run(
                handle -> {
                    if (runs.incrementAndGet() == 1) {
                        elsewhere(() -> transactions.run(_ -> create("first")));
                        create("second");
                    } else {
                        assertThat(articles.findById(code).title()).isEqualTo("first");
                    }
                    append(handle, runs.get());
                });
        assertThat(runs).hasValue(2);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void aRevisionThatAnotherReplacedFirstIsRunOnceMore() {
        transactions.run(_ -> create("new " + code));
        var runs = new AtomicInteger();
        int revision =
                transactions.call(
                        _ -> {
                            Article article = articles.findById(code);
                            if (runs.incrementAndGet() == 1) {
                                elsewhere(() -> transactions.run(_ -> rename("theirs " + code)));
                            }
                            article.rename("ours " + code, NOW, "test");
                            articles.flush();
                            return article.revision();
                        });
        assertThat(runs).hasValue(2);
        assertThat(revision).isEqualTo(3);
        assertThat(titles()).containsExactly("ours " + code);
    }

    @Test
    void aRaceThatIsLostTwiceIsThrown() {
        var runs = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        handle -> {
                                            runs.incrementAndGet();
                                            append(handle, 1);
                                            throw new LostRace();
                                        }))
                .isInstanceOf(LostRace.class);
        assertThat(runs).hasValue(2);
        assertThat(events()).isZero();
    }

    @Test
    void anotherFailureIsNotRunAgain() {
        var runs = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        handle -> {
                                            runs.incrementAndGet();
                                            handle.execute(
                                                    "insert into article (code) values (?)", code);
                                        }))
                .hasMessageContaining("not-null");
        assertThat(runs).hasValue(1);
    }

    @Test
    void aLostRaceIsFoundAmongTheCauses() {
        assertThat(LostRace.isBehind(new LostRace())).isTrue();
        assertThat(LostRace.isBehind(new IllegalStateException(new OptimisticLockException())))
                .isTrue();
        assertThat(LostRace.isBehind(new IllegalStateException("no cause"))).isFalse();
    }
}
