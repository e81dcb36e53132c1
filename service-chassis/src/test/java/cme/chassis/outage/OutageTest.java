package cme.chassis.outage;

import static cme.chassis.projector.IncomingEvents.changed;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.eventlog.Backlog;
import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.TestEvents;
import cme.chassis.projector.DeadLetters;
import cme.chassis.projector.IncomingEvents;
import cme.chassis.projector.ProjectionProgress;
import cme.chassis.projector.Projectors;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Stops and starts a real broker and a real database.
@QuarkusTest
@QuarkusTestResource(value = OwnStackResource.class, restrictToAnnotatedClass = true)
class OutageTest {

    @Inject EventLog log;
    @Inject Backlog backlog;
    @Inject Projectors projectors;
    @Inject DeadLetters deadLetters;
    @Inject IncomingEvents incoming;
    @Inject Jdbi jdbi;

    private final OwnStack stack = OwnStack.ofThisTest();
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void startAgain() {
        stack.postgres().start();
        stack.kafka().start();
    }

    private void append(String subject, int revision) {
        jdbi.useTransaction(
                handle -> log.append(handle, List.of(TestEvents.of(subject, revision))));
    }

    @Test
    void duringAnOutageOfKafkaEventsAreLoggedAndLaterPublishedInOrder() {
        append(key + "-0", 1);
        await().until(() -> backlog.events() == 0);
        stack.kafka().stop(OwnStack.LIMIT);
        int subjects = 5;
        int revisions = 60;
        for (int revision = 2; revision <= revisions; revision++) {
            for (int subject = 0; subject < subjects; subject++) {
                append(key + "-" + subject, revision);
            }
        }
        assertThat(backlog.events()).isEqualTo((long) subjects * (revisions - 1));

        stack.kafka().start();
        await().until(() -> backlog.events() == 0);
        var published = published();
        inOrder(published.get(key + "-0"), 1, revisions);
        for (int subject = 1; subject < subjects; subject++) {
            inOrder(published.get(key + "-" + subject), 2, revisions);
        }
    }

    /// Events may repeat. The revisions first appear in their order.
    private static void inOrder(List<Integer> seen, int first, int last) {
        List<Integer> all = IntStream.rangeClosed(first, last).boxed().toList();
        assertThat(seen.stream().distinct()).containsExactlyElementsOf(all);
    }

    /// All events of the topic, by key.
    private HashMap<String, List<Integer>> published() {
        var settings = new HashMap<>(TestKafka.settings());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        var byKey = new HashMap<String, List<Integer>>();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("test.counters.v1"));
            await().until(
                            () -> {
                                for (var record : consumer.poll(Duration.ofMillis(200))) {
                                    byKey.computeIfAbsent(record.key(), _ -> new ArrayList<>())
                                            .add(revision(record.value()));
                                }
                                return !consumer.assignment().isEmpty()
                                        && consumer
                                                .endOffsets(consumer.assignment())
                                                .entrySet()
                                                .stream()
                                                .allMatch(
                                                        end ->
                                                                consumer.position(end.getKey())
                                                                        >= end.getValue());
                            });
        }
        return byKey;
    }

    private static int revision(String value) {
        return Integer.parseInt(value.replaceAll(".*: (\\d+)}", "$1"));
    }

    @Test
    void duringAnOutageOfTheDatabaseEventsWaitAndLaterTakeEffectOnce() {
        incoming.send(key, revisions(1, 10));
        await().until(() -> incoming.applied(key) == 10);

        stack.postgres().stop(OwnStack.LIMIT);
        incoming.send(key, revisions(11, 60));
        await().until(
                        () ->
                                projectors.progress().getFirst().state()
                                        == ProjectionProgress.State.WAITING);
        stack.postgres().start();

        await().ignoreExceptions().until(() -> incoming.applied(key) == 60);
        assertThat(deadLetters.open()).isZero();
    }

    private String[] revisions(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(revision -> changed(key, revision))
                .toArray(String[]::new);
    }
}
