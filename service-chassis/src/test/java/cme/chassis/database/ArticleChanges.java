package cme.chassis.database;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.TestEvents;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Changes an article, an entity with a revision, and appends an event about it.
abstract class ArticleChanges {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    @Inject Transactions transactions;
    @Inject Articles articles;
    @Inject EntityManager session;
    @Inject EventLog log;
    @Inject Jdbi jdbi;

    final String code = UUID.randomUUID().toString();

    void create(String title) {
        articles.persist(new Article(code, title, NOW, "test"));
        articles.flush();
    }

    void rename(String title) {
        articles.findById(code).rename(title, NOW, "test");
        articles.flush();
    }

    void append(Handle handle, int revision) {
        log.append(handle, List.of(TestEvents.of(code, revision)));
    }

    List<String> titles() {
        return jdbi.withHandle(
                h ->
                        h.select("select title from article where code = ?", code)
                                .mapTo(String.class)
                                .list());
    }

    int events() {
        return jdbi.withHandle(
                h ->
                        h.select("select count(*) from event_log where key = ?", code)
                                .mapTo(Integer.class)
                                .one());
    }

    /// Runs the task outside of the transaction of this thread.
    static void elsewhere(Runnable task) {
        CompletableFuture.runAsync(task, Thread::startVirtualThread).join();
    }
}
