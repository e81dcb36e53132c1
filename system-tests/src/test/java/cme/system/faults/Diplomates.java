package cme.system.faults;

import static org.awaitility.Awaitility.await;

import cme.compliance.rules.Cycle;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.ProcedureCode;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Tracer;
import cme.stack.client.Answer;
import cme.stack.client.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// The diplomates of the fault test: in all years of their cycles, of both rule sets and pathways.
final class Diplomates {

    private static final int LETTERS = 26;

    /// With a large roster there are more, so that each has two hundred rows of it: nobody
    /// completes thousands of activities.
    private static final int COUNT = Math.max(LETTERS, LargeRoster.ROWS / 200);

    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROCEDURE = "CARPAL_TUNNEL";

    /// Every diplomate has a cycle and a tracer; some are on another pathway for three years.
    record Diplomate(String id, String familyName, int startYear, String ruleSet, boolean pauses) {

        static Diplomate number(int i) {
            return new Diplomate(
                    "81%04d".formatted(i),
                    "Doe" + letters(i),
                    2017 + i % 9,
                    i % 4 == 3 ? "abps-cc-10y-overview" : "abps-cc-10y",
                    i % 7 == 5);
        }

        private static String letters(int i) {
            var rest = i < LETTERS ? "" : letters(i / LETTERS - 1);
            return rest + (char) ('a' + i % LETTERS);
        }

        Cycle cycle() {
            var certified = LocalDate.of(startYear - 1, 11, 14);
            return new Cycle(new RuleSet.Id(ruleSet), startYear, certified, Instant.EPOCH);
        }

        Tracer.Chosen tracer() {
            int dueYear = startYear % 2 == 0 ? 3 : 6;
            var finished = LocalDate.of(startYear, 5, 2);
            return new Tracer.Chosen(
                    dueYear, new ProcedureCode(PROCEDURE), finished, Instant.EPOCH);
        }

        List<Pathway.Span> pathways() {
            var from = LocalDate.of(startYear + 1, 3, 10);
            var until = LocalDate.of(startYear + 3, 12, 31);
            return pauses
                    ? List.of(
                            new Pathway.Span(
                                    Pathway.SPECIAL_CIRCUMSTANCES, from, until, Instant.EPOCH))
                    : List.of();
        }
    }

    static final List<Diplomate> ALL =
            IntStream.range(0, COUNT).mapToObj(Diplomate::number).toList();

    private Diplomates() {}

    static Diplomate any(Random random) {
        return ALL.get(random.nextInt(COUNT));
    }

    static void introduce(Api credit) {
        for (var one : ALL) {
            var body =
                    "{\"givenName\": \"Jo\", \"familyName\": \"%s\"}".formatted(one.familyName());
            credit.put("/v1/identities/" + one.id(), body).expect(201);
        }
    }

    /// The same at every compliance-service that is told. One that reads all topics meanwhile may
    /// ask to send the same again.
    static void enrol(Api compliance) {
        for (var one : ALL) {
            var home = "/v1/diplomates/" + one.id();
            var tracer = one.tracer();
            answered(() -> compliance.put(home + "/cycle", json(one.cycle()))).expect(201);
            answered(() -> compliance.put(home + "/tracers/" + tracer.dueYear(), json(tracer)))
                    .expect(201);
            one.pathways()
                    .forEach(
                            span ->
                                    answered(() -> compliance.post(home + "/pathways", json(span)))
                                            .expect(200, 201));
        }
    }

    private static Answer answered(Callable<Answer> request) {
        return await().atMost(PATIENCE)
                .pollInSameThread()
                .until(request, answer -> answer.status() != UNAVAILABLE);
    }

    private static String json(Cycle cycle) {
        return "{\"ruleSet\": \"%s\", \"cycleStartYear\": %d, \"certifiedOn\": \"%s\"}"
                .formatted(cycle.ruleSet().value(), cycle.startYear(), cycle.certifiedOn());
    }

    private static String json(Tracer.Chosen tracer) {
        return "{\"procedure\": \"%s\", \"completedOn\": \"%s\"}"
                .formatted(tracer.procedure().value(), tracer.completedOn());
    }

    private static String json(Pathway.Span span) {
        return "{\"pathway\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"reason\": \"Paused\"}"
                .formatted(span.pathway(), span.from(), span.until());
    }
}
