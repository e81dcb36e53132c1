package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.OptimisticLockException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A transaction that another one overtook runs once more.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class LostRaceTest extends ArticleChanges {

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
