package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.system.TraceCollector.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// With tracing switched on, one trace leads from a posted roster to the stored statuses.
@ExtendWith(SharedSystem.class)
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String PUBLISH = "publish credit.completions.v1";

    private static final String DIPLOMATE = "012350";
    private static final String ROSTER =
            """
            externalId,diplomateId,familyName,title,completedOn,credits
            TRACED-1,%s,Curie,Grand rounds,2026-03-02,1
            """
                    .formatted(DIPLOMATE);

    @Test
    void aTraceLeadsFromThePostedRosterToTheStoredStatus(
            RunningSystem system, TraceCollector collector) {
        system.introduce(DIPLOMATE, "Marie", "Curie");
        system.society("ASPS")
                .with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .post("/v1/rosters?externalId=TRACED", "text/csv", ROSTER)
                .expect(201);
        // Each service sends its spans when it has some, so the last ones may come first.
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> {
                            assertThat(collector.trace(TRACE))
                                    .extracting(Span::name)
                                    .contains("write statuses");
                            assertThat(wayTo(collector.trace(TRACE), "write statuses"))
                                    .containsExactly(
                                            "credit-service POST /v1/rosters",
                                            "credit-service " + PUBLISH,
                                            "compliance-service project credit.completions.v1",
                                            "compliance-service write statuses");
                        });
        print(collector.trace(TRACE));
    }

    /// Some of them share a transaction, and it is not told which.
    @Test
    void whatIsPostedAtTheSameTimeStaysInTheTraceOfEachRequest(
            RunningSystem system, TraceCollector collector) {
        system.introduce(DIPLOMATE, "Marie", "Curie");
        List<String> traces = IntStream.range(0, 12).mapToObj("a%031x"::formatted).toList();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String trace : traces) {
                clients.submit(
                        () ->
                                system.society("ASPS")
                                        .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                                        .post("/v1/completions", completion("TRACED-" + trace))
                                        .expect(201));
            }
        }
        for (String trace : traces) {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () ->
                                    assertThat(wayTo(collector.trace(trace), PUBLISH))
                                            .containsExactly(
                                                    "credit-service POST /v1/completions",
                                                    "credit-service " + PUBLISH));
        }
    }

    private static String completion(String externalId) {
        return """
        {"externalId": "%s", "diplomateId": "%s", "familyName": "Curie", "title": "Grand rounds",
         "completedOn": "2026-03-02", "credits": 1}\
        """
                .formatted(externalId, DIPLOMATE);
    }

    /// The names from the first span of the trace down to the named one.
    private static List<String> wayTo(List<Span> spans, String name) {
        var way = new ArrayDeque<String>();
        var next = spans.stream().filter(span -> span.name().equals(name)).findFirst();
        while (next.isPresent()) {
            var span = next.get();
            way.addFirst(span.service() + " " + span.name());
            next = spans.stream().filter(s -> s.id().equals(span.parent())).findFirst();
        }
        return List.copyOf(way);
    }

    /// Prints the times of the steps.
    private static void print(List<Span> spans) {
        long start = spans.stream().mapToLong(Span::startNanos).min().orElseThrow();
        spans.stream()
                .sorted(Comparator.comparingLong(Span::startNanos))
                .forEach(
                        span ->
                                System.out.printf(
                                        "%8.1f ms  +%7.1f ms  %s %s%n",
                                        (span.startNanos() - start) / 1e6,
                                        span.took().toNanos() / 1e6,
                                        span.service(),
                                        span.name()));
    }
}
