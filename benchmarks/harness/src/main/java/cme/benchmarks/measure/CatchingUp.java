package cme.benchmarks.measure;

import cme.benchmarks.bare.BareConsumer;
import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.rig.Await;
import cme.benchmarks.rig.Dataset;
import cme.benchmarks.rig.Rig;
import cme.benchmarks.rig.Topic;
import cme.stack.service.Service;

import org.apache.kafka.common.TopicPartition;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Events that came while compliance-service was down, until all of them are stored and everybody
/// whom they concern is assessed. Both sides start cold; the first events are warm-up and not
/// counted.
public final class CatchingUp implements Measurement {
    private static final String OURS = "events caught up";
    private static final String BARE = "bare consumer, same evidence rows";
    private static final String PREFIX = "N";
    private static final int ROUNDS = 2; // each takes minutes

    @Override
    public String name() {
        return "catching-up";
    }

    @Override
    public List<Figure> run(Rig rig, Dataset data) {
        var scale = rig.scale();
        rig.compliance().runFile("reference-evidence.sql", Map.of());
        rig.compliance().runFile("reference-revisions.sql", Map.of());
        data.enrol(PREFIX);
        rig.compliance().run("vacuum analyze");
        var before = new Before();
        var samples =
                new Rounds()
                        .add(
                                BARE,
                                round -> {
                                    before.produce(rig, round);
                                    return bareRate(rig, before.ends);
                                })
                        .add(
                                OURS,
                                round -> {
                                    before.produce(rig, round);
                                    return rate(rig, before.size);
                                })
                        .run(ROUNDS);
        return List.of(
                new Figure(
                        name(),
                        "%s, %,d of %,d diplomates"
                                .formatted(OURS, scale.events(), scale.eventDiplomates()),
                        "events/s",
                        samples.get(OURS),
                        BARE,
                        samples.get(BARE),
                        Aim.atLeast(0.5)));
    }

    /// What was in the topic before the events of a round; both sides read the same ones.
    private static final class Before {
        private int round = -1;
        private Map<TopicPartition, Long> ends = Map.of();
        private long size;

        private void produce(Rig rig, int thisRound) {
            if (thisRound == round) {
                return;
            }
            round = thisRound;
            rig.stop(Service.COMPLIANCE);
            var topic = rig.topic(Topic.COMPLETIONS);
            ends = topic.ends();
            size = topic.size();
            send(rig, PREFIX, rig.scale().warmUpEvents() + rig.scale().events());
        }
    }

    /// Lets credit-service publish as many events, of diplomates with such ids.
    static void send(Rig rig, String prefix, int events) {
        rig.credit()
                .runFile(
                        "events.sql",
                        Map.of(
                                "prefix",
                                prefix,
                                "events",
                                events,
                                "diplomates",
                                rig.scale().eventDiplomates()));
        rig.awaitPublished();
    }

    private static double rate(Rig rig, long before) {
        // It is not ready before it has caught up.
        var starting = CompletableFuture.runAsync(rig.service(Service.COMPLIANCE)::start);
        long warm = before + rig.scale().warmUpEvents();
        Await.until("the warm-up", () -> rig.assessed() >= warm);
        long from = System.nanoTime();
        long counted = before + rig.scale().warmUpEvents() + rig.scale().events() - rig.assessed();
        rig.awaitIdle();
        double seconds = Await.secondsSince(from);
        starting.join();
        return counted / seconds;
    }

    private static double bareRate(Rig rig, Map<TopicPartition, Long> from) {
        int warm = rig.scale().warmUpEvents();
        int all = warm + rig.scale().events();
        var seen =
                new Object() {
                    int events;
                    int counted;
                    long from;
                    double seconds;
                };
        var topic = rig.topic(Topic.COMPLETIONS);
        try (var consumer = new BareConsumer(topic, rig.compliance().database(), from)) {
            consumer.run(
                    batch -> {
                        seen.events += batch.size();
                        if (seen.from == 0 && seen.events >= warm) {
                            seen.from = System.nanoTime();
                            seen.counted = all - seen.events;
                        }
                        if (seen.events >= all) {
                            seen.seconds = Await.secondsSince(seen.from);
                            consumer.wakeUp();
                        }
                    });
        }
        return seen.counted / seen.seconds;
    }
}
