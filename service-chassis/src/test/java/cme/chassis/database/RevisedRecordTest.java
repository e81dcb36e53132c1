package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RevisedRecordTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    @Inject Transactions transactions;
    @Inject Articles articles;

    private final String code = UUID.randomUUID().toString();

    private static Instant microsecondsAfter(int micros) {
        return NOW.plus(Duration.ofNanos(1_000L * micros));
    }

    @Test
    void instantsGrowWhenTheClockDoesNotAdvance() {
        var article = new Article(code, "first", NOW, "board");
        article.rename("second", NOW, "board");
        assertThat(article.recordedAt()).isEqualTo(microsecondsAfter(1));
    }

    @Test
    void instantsGrowWhenTheClockGoesBack() {
        var article = new Article(code, "first", NOW, "board");
        article.rename("second", NOW.minusSeconds(3_600), "board");
        article.rename("third", NOW.minusSeconds(7_200), "board");
        assertThat(article.recordedAt()).isEqualTo(microsecondsAfter(2));
    }

    @Test
    void aLaterInstantIsTakenAsItIs() {
        var article = new Article(code, "first", NOW, "board");
        article.rename("second", NOW.plusSeconds(5), "ops");
        assertThat(article.recordedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(article.recordedBy()).isEqualTo("ops");
    }

    @Test
    void revisionsBeginAtOneAndGrowWithEachChange() {
        transactions.run(_ -> articles.persist(new Article(code, "1 " + code, NOW, "board")));
        isStored(1, NOW, "board");
        for (int revision = 2; revision <= 3; revision++) {
            String title = revision + " " + code;
            int flushed =
                    transactions.call(
                            _ -> {
                                Article article = articles.findById(code);
                                article.rename(title, NOW, "ops");
                                articles.flush();
                                return article.revision();
                            });
            assertThat(flushed).isEqualTo(revision);
            isStored(revision, microsecondsAfter(revision - 1), "ops");
        }
    }

    private void isStored(int revision, Instant at, String by) {
        transactions.run(
                _ -> {
                    Article stored = articles.findById(code);
                    assertThat(stored.revision()).isEqualTo(revision);
                    assertThat(stored.recordedAt()).isEqualTo(at);
                    assertThat(stored.recordedBy()).isEqualTo(by);
                });
    }

    @Test
    void aRecordThatDoesNotChangeKeepsItsRevision() {
        transactions.run(_ -> articles.persist(new Article(code, code, NOW, "board")));
        transactions.run(_ -> assertThat(articles.findById(code).title()).isEqualTo(code));
        isStored(1, NOW, "board");
    }
}
