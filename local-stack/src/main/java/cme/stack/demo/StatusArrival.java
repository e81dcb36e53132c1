package cme.stack.demo;

import cme.stack.client.Api;
import cme.stack.process.StackFailure;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Waits, up to a limit, until every posted completion shows in the statuses.
record StatusArrival(Api compliance, PrintStream out) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /// @param completions how many are recorded in all
    /// @return the status of each diplomate, in their order
    List<JsonNode> await(List<String> diplomates, int completions) {
        var end = Instant.now().plus(PATIENCE);
        var begun = Instant.now();
        while (true) {
            var statuses = statuses(diplomates);
            int arrived = statuses.stream().mapToInt(s -> s.at("/basis/completions").asInt()).sum();
            if (arrived >= completions) {
                out.printf(
                        "  All %,d completions are in everybody's status, %.1f s after the last was posted%n",
                        completions, Duration.between(begun, Instant.now()).toMillis() / 1e3);
                return statuses;
            }
            if (Instant.now().isAfter(end)) {
                throw new StackFailure(
                        "Only %d of %d completions have arrived".formatted(arrived, completions));
            }
            out.printf("  %,d of %,d completions have arrived%n", arrived, completions);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private List<JsonNode> statuses(List<String> diplomates) {
        var statuses = new ArrayList<JsonNode>();
        for (var diplomate : diplomates) {
            statuses.add(
                    compliance.get("/v1/diplomates/" + diplomate + "/status").expect(200).body());
        }
        return statuses;
    }
}
