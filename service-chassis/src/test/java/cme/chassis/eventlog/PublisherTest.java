package cme.chassis.eventlog;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.test.contract.TopicReader;
import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PublisherTest {

    @Inject EventLog log;
    @Inject Jdbi jdbi;
    @Inject Backlog backlog;

    private final String key = UUID.randomUUID().toString();
    private TopicReader topic;

    @BeforeEach
    void read() {
        topic = new TopicReader(TestKafka.settings(), TestTopic.NAME);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    private void append(int... revisions) {
        var events = IntStream.of(revisions).mapToObj(r -> TestEvents.of(key, r)).toList();
        jdbi.useTransaction(handle -> log.append(handle, events));
    }

    private List<Integer> published() {
        return topic.of(key).stream().map(PublisherTest::revision).toList();
    }

    private static int revision(ConsumerRecord<String, String> record) {
        return Integer.parseInt(record.value().replaceAll(".*: (\\d+)}", "$1"));
    }

    @Test
    void committedEventsArePublishedInOrderAsCloudEvents() {
        append(1, 2, 3);
        await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2, 3));

        var record = topic.of(key).getFirst();
        assertThat(header(record, "ce_type")).isEqualTo(TestEvents.TYPE);
        assertThat(header(record, "ce_source")).isEqualTo("/service-chassis");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_subject")).isEqualTo(key);
        assertThat(header(record, "ce_dataschema")).isEqualTo(TestTopic.SCHEMA);
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-23T10:00:00.123456Z");
        assertThat(UUID.fromString(header(record, "ce_id"))).isNotNull();
        await().untilAsserted(() -> assertThat(backlog.events()).isZero());
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void eventsThatAreRolledBackAreNeverPublished() {
        assertThatThrownBy(
                        () ->
                                jdbi.useTransaction(
                                        handle -> {
                                            log.append(handle, List.of(TestEvents.of(key, 1)));
                                            throw new IllegalStateException("changed my mind");
                                        }))
                .hasMessage("changed my mind");
        append(2);
        await().untilAsserted(() -> assertThat(published()).containsExactly(2));
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() {
        try (var late = jdbi.open()) {
            late.begin();
            log.append(late, List.of(TestEvents.of(key, 1)));
            append(2, 3);
            // Publishing stops where an older event may still appear. A cursor that followed the
            // sequence numbers alone would publish 2 and 3 now and never come back for 1.
            awaitPublishingPassedBy();
            assertThat(published()).isEmpty();
            assertThat(backlog.events()).isEqualTo(2);
            late.commit();
        }
        await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2, 3));
    }

    /// Waits until the publisher has looked at the log several times. A look is a few statements.
    private void awaitPublishingPassedBy() {
        for (int i = 0; i < 20; i++) {
            long seen = looks();
            await().until(() -> looks() > seen);
        }
    }

    /// The time of the last activity in the session of the publisher, in milliseconds.
    private long looks() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select coalesce(max(extract(epoch from state_change) * 1000), 0)::bigint
                                        from pg_stat_activity a
                                        join pg_locks l using (pid)
                                        where l.locktype = 'advisory' and a.datname = current_database()
                                        """)
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void anOlderTransactionThatWaitedForAYoungerOneIsPublishedAfterIt() {
        try (var waiting = begun();
                var between = begun()) {
            append(1);
            log.append(waiting, List.of(TestEvents.of(key, 2)));
            waiting.commit();
            // In the order of transaction ids, the one between would hold back 1 but not 2.
            await().during(Duration.ofSeconds(1)).until(() -> published().isEmpty());
            between.commit();
        }
        await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2));
    }

    private Handle begun() {
        var handle = jdbi.open().begin();
        handle.execute("select pg_current_xact_id()");
        return handle;
    }

    @Test
    void anotherTypeStaysInTheLog() {
        var audit = new NewEvent(key, "test.audit", "{}", Instant.EPOCH, "test");
        jdbi.useTransaction(handle -> log.append(handle, List.of(audit)));
        append(1);
        await().untilAsserted(() -> assertThat(published()).containsExactly(1));
    }

    @Test
    void tenWritersAtOnceLoseNothingAndKeepTheOrderOfEachSubject() throws InterruptedException {
        int writers = 10;
        int revisions = 200;
        var threads = new ArrayList<Thread>();
        for (int w = 0; w < writers; w++) {
            var subject = key + "-" + w;
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            IntStream.rangeClosed(1, revisions)
                                                    .forEach(r -> write(subject, r))));
        }
        for (var thread : threads) {
            thread.join();
        }
        var all = IntStream.rangeClosed(1, revisions).boxed().toList();
        for (int w = 0; w < writers; w++) {
            var subject = key + "-" + w;
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    topic.of(subject).stream()
                                                            .map(PublisherTest::revision))
                                            .containsExactlyElementsOf(all));
        }
    }

    private void write(String subject, int revision) {
        jdbi.useTransaction(
                handle -> log.append(handle, List.of(TestEvents.of(subject, revision))));
    }

    @Test
    void movingTheCursorBackRepeatsEvents() {
        append(1, 2);
        await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2));
        await().untilAsserted(() -> assertThat(backlog.events()).isZero());
        jdbi.useHandle(handle -> handle.execute("update event_publication set last_seq = 0"));
        await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2, 1, 2));
    }

    @Test
    void aPublisherThatIsKilledBeforeItMovesTheCursorRepeatsEventsAndLosesNone() {
        append(1);
        await().untilAsserted(() -> assertThat(backlog.events()).isZero());
        DatabaseOwner.execute(KillOnce.ON_ADVANCE);
        try {
            append(2, 3);
            await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2, 3, 2, 3));
            await().untilAsserted(() -> assertThat(backlog.events()).isZero());
        } finally {
            DatabaseOwner.execute(KillOnce.REMOVE);
        }
    }
}
