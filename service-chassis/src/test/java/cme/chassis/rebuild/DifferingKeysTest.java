package cme.chassis.rebuild;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The table in use is `article`, which no projection fills; the new one is made by the test.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DifferingKeysTest {

    private static final CopyTable ARTICLE = CopyTable.of("article", "code", "code");
    private static final String NEW = "projection_shadow.article";

    @Inject Jdbi jdbi;

    private final DifferingKeys differing = new DifferingKeys(ARTICLE, "article", NEW);
    private final Shadow shadow = new Shadow(List.of(ARTICLE));

    @BeforeEach
    void fill() {
        jdbi.useTransaction(
                handle -> {
                    shadow.create(handle);
                    add(handle, "article", "dk-same", 1);
                    add(handle, NEW, "dk-same", 1);
                    add(handle, "article", "dk-changed", 1);
                    add(handle, NEW, "dk-changed", 2);
                    add(handle, "article", "dk-invented", 1);
                    add(handle, NEW, "dk-missing", 1);
                });
    }

    @AfterEach
    void tidy() {
        jdbi.useTransaction(
                handle -> {
                    shadow.drop(handle);
                    handle.execute("delete from article where code like 'dk-%'");
                });
    }

    private static void add(Handle handle, String table, String code, int revision) {
        handle.execute(
                "insert into %s values (?, ?, ?, '2026-01-01T00:00:00Z', 'test')".formatted(table),
                code,
                "Title of " + code,
                revision);
    }

    @Test
    void theKeysOfChangedInventedAndMissingRowsAreKept() {
        differing.collect(jdbi);

        assertThat(kept()).containsExactly("dk-changed", "dk-invented", "dk-missing");
    }

    @Test
    void aRowThatIsPutRightBeforeTheExchangeIsNoDifference() {
        shadow.compare(jdbi);
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update article set revision = 2 where code = 'dk-changed'"));

        var difference = jdbi.inTransaction(shadow::difference);

        assertThat(difference.subjects()).contains("dk-invented", "dk-missing");
        assertThat(difference.subjects()).doesNotContain("dk-changed", "dk-same");
    }

    /// Events of transactions that begin after one with an id are not published before its end.
    @Test
    void theComparisonHoldsNoTransactionId() {
        CompletableFuture<Void> comparison;
        try (var hold = jdbi.open()) {
            hold.begin();
            hold.execute("lock table " + NEW + " in access exclusive mode");
            comparison = CompletableFuture.runAsync(() -> differing.collect(jdbi));
            await().untilAsserted(
                            () -> assertThat(idsOfWaitingComparisons()).containsExactly("none"));
            hold.commit();
        }
        comparison.join();
        assertThat(kept()).isNotEmpty();
    }

    /// The ids of transactions that wait for the new table, `none` where one has none.
    private List<String> idsOfWaitingComparisons() {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select coalesce(backend_xid::text, 'none') from pg_stat_activity
                                        where wait_event_type = 'Lock' and query like ?
                                            and datname = current_database()
                                        """,
                                        "%" + NEW + " b where%")
                                .mapTo(String.class)
                                .list());
    }

    private List<String> kept() {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        "select distinct code from %s where code like 'dk-%%' order by 1"
                                                .formatted(differing.name()))
                                .mapTo(String.class)
                                .list());
    }
}
