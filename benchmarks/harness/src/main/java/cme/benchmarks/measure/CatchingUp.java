package cme.benchmarks.measure;

import cme.benchmarks.bare.BareConsumer;
import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.benchmarks.stack.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Events that arrived while compliance-service was frozen, until all of them are stored and all
/// their diplomates assessed. The first events are warm-up and not counted.
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
    public List<Figure> run(BenchmarkStack rig, Dataset data) {
        rig.compliance().runFile("reference-evidence.sql", Map.of());
        rig.compliance().runFile("reference-revisions.sql", Map.of());
        data.enrol(PREFIX);
        return rig.whileComplianceStandsStill(() -> measure(rig));
    }

    private List<Figure> measure(BenchmarkStack rig) {
        var scale = rig.scale();
        var before = rig.topic(Topic.COMPLETIONS).ends();
        send(rig, PREFIX, scale.warmUpEvents() + scale.events());
        var samples =
                new Rounds(rig.pace())
                        .add(BARE, _ -> bareRate(rig, before))
                        .add(OURS, _ -> rate(rig, before))
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

    /// Both sides read the same events in each round, and nothing is known of them before.
    ///
    /// @param schema where the side writes that is to read them
    private static void forget(BenchmarkStack rig, String schema) {
        rig.compliance().runFile("forget-events.sql", Map.of("prefix", PREFIX, "schema", schema));
        rig.compliance()
                .run(
                        "vacuum analyze %1$s.completion_revision, %1$s.finding, %1$s.status"
                                .formatted(schema));
    }

    /// Lets credit-service publish as many events, of diplomates with such ids.
    static void send(BenchmarkStack rig, String prefix, int events) {
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

    private static double rate(BenchmarkStack rig, Map<TopicPartition, Long> before) {
        forget(rig, "public");
        // Nobody was told anything of them, or each event would be one that came late.
        rig.compliance().runFile("forget-answers.sql", Map.of("prefix", PREFIX));
        rig.thawCompliance(before);
        long all = rig.topic(Topic.COMPLETIONS).size();
        Await.until("the warm-up", () -> rig.assessed() >= all - rig.scale().events());
        long from = System.nanoTime();
        long counted = all - rig.assessed();
        rig.awaitIdle();
        double seconds = Await.secondsSince(from);
        rig.freezeCompliance();
        return counted / seconds;
    }

    private static double bareRate(BenchmarkStack rig, Map<TopicPartition, Long> before) {
        forget(rig, "reference");
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
        try (var consumer = new BareConsumer(topic, rig.compliance().database(), before)) {
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
