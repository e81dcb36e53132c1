package cme.system.faults;

import cme.stack.client.Answer;
import cme.stack.client.Api;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// A service as a good client calls it: every request is repeated, at one instance and then at the
/// other, until it is answered.
final class RetryingApi {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 503);

    private final List<Api> instances;
    private final Journal journal;
    private int turn;

    RetryingApi(List<Api> instances, Journal journal) {
        this.instances = instances;
        this.journal = journal;
    }

    /// @return any answer but "try again"
    /// @throws IllegalStateException when there was none for minutes
    Answer ask(Function<Api, Answer> request) {
        var end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            var instance = instances.get(turn++ % instances.size());
            try {
                var answer = request.apply(instance);
                if (!TRY_AGAIN.contains(answer.status())) {
                    journal.countAnswer();
                    return answer;
                }
            } catch (UncheckedIOException _) {
                // Refused, cut or silent: the request may have been done or not.
            }
            journal.countSilence();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("No answer within " + LIMIT);
    }
}
