package cme.chassis.chain;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.TestEvents;
import cme.test.stack.LocalStackResource;
import cme.test.stack.Tamperer;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The checks go on, and what keeps them from it is noticed.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(ChainProfile.class)
class CheckProgressTest {

    @Inject EventLog log;
    @Inject Jdbi jdbi;
    @Inject Checkpoints checkpoints;
    @Inject CheckpointTopic topic;
    @Inject Verifications verifications;
    @Inject CheckTimes times;
    @Inject LogVerifier verifier;
    @Inject Findings findings;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Tamperer tamperer;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void somethingIsSigned() {
        tamperer = new Tamperer(url);
        jdbi.useTransaction(handle -> log.append(handle, List.of(TestEvents.of(key, 1))));
        await().until(() -> jdbi.withHandle(checkpoints::last).isPresent());
    }

    private void awaitComplete(Verification requested) {
        await().until(
                        () -> {
                            Verification latest = verifications.latest().orElseThrow();
                            return latest.id() >= requested.id() && latest.finishedAt() != null;
                        });
    }

    @Test
    void aDeletedTopicOfCheckpointsGetsAllOfThemAgain() throws Exception {
        List<String> signed =
                jdbi.withHandle(handle -> checkpoints.after(handle, 0, Integer.MAX_VALUE)).stream()
                        .map(Checkpoints.Row::note)
                        .toList();
        try (Admin admin = Admin.create(TestKafka.settings())) {
            admin.deleteTopics(List.of(topic.name())).all().get(30, TimeUnit.SECONDS);
        }
        await().ignoreExceptions().untilAsserted(() -> assertThat(published()).containsAll(signed));
    }

    private List<String> published() {
        try (CheckpointTopic.Published all = topic.all()) {
            var notes = new ArrayList<String>();
            all.iterator().forEachRemaining(checkpoint -> notes.add(checkpoint.note()));
            return notes;
        }
    }

    @Test
    void theTimeOfTheLastRoundOutlivesTheInstanceThatChecks() {
        var place = "place of " + key;
        jdbi.useHandle(handle -> times.note(handle, List.of(place)));
        tamperer.run(
                "update event_log_check set checked_at = '2000-01-01Z' where place = '%s'"
                        .formatted(place));
        jdbi.useHandle(handle -> times.begin(handle, List.of(place)));
        assertThat(times.since(place)).isGreaterThan(Duration.ofDays(365));
        jdbi.useHandle(handle -> times.note(handle, List.of(place)));
        assertThat(times.since(place)).isLessThan(Duration.ofDays(365));
    }

    @Test
    void aCompletedRoundIsNoted() {
        tamperer.run("update event_log_check set checked_at = '2000-01-01Z'");
        await().untilAsserted(
                        () -> {
                            assertThat(verifier.sinceRound())
                                    .as("since a round")
                                    .isLessThan(Duration.ofDays(365));
                            assertThat(verifier.sincePublishedCompared())
                                    .as("since what was published was compared")
                                    .isLessThan(Duration.ofDays(365));
                        });
    }

    @Test
    void theServiceChecksEverythingByItselfWhenItIsTime() {
        awaitComplete(verifications.request("test").verification());
        long before = verifications.latest().orElseThrow().id();
        tamperer.run("update event_log_check set checked_at = '2000-01-01Z'");
        await().until(() -> verifications.latest().orElseThrow().id() > before);
        assertThat(verifications.latest().orElseThrow().requestedBy()).isEqualTo("regular check");
    }

    @Test
    void ofTooManyFindingsTheFirstAreKeptAndEachOnce() {
        List<Finding> many =
                IntStream.rangeClosed(1, 2 * Findings.MAX_KEPT)
                        .mapToObj(seq -> new Finding(Finding.Kind.ROW_DIFFERS, key, seq, "", "n"))
                        .toList();
        List<Finding> twice = Stream.concat(many.stream(), many.stream()).toList();
        try {
            jdbi.useHandle(handle -> findings.add(handle, twice));
            jdbi.useHandle(handle -> findings.add(handle, many));
            assertThat(findings.count()).isEqualTo(Findings.MAX_KEPT);
            List<Finding> kept =
                    findings.open(Findings.MAX_KEPT).stream()
                            .filter(finding -> finding.place().equals(key))
                            .toList();
            assertThat(kept).isNotEmpty().isEqualTo(many.subList(0, kept.size()));
        } finally {
            jdbi.useHandle(
                    handle -> handle.execute("delete from event_log_finding where place = ?", key));
        }
    }
}
