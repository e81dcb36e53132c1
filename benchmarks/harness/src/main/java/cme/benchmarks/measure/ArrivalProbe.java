package cme.benchmarks.measure;

import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.stack.client.Api;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Posts a completion and asks for the status, again and again, until it is in there. The time ends
/// when the answer with it has come, so it holds a whole request.
final class ArrivalProbe {
    /// The diplomates with the highest numbers, for whom no other client posts.
    private static final int PROBED = 100;

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final Api society;
    private final Api board;
    private final int first;

    ArrivalProbe(BenchmarkStack rig, Dataset data) {
        // One token for many requests: making one costs more than a request.
        String ofSociety = rig.tokens().society("ASPS");
        String ofBoard = rig.tokens().board();
        society = new Api(rig.url(Service.CREDIT), () -> ofSociety);
        board = new Api(rig.url(Service.COMPLIANCE), () -> ofBoard);
        first = firstProbed(data);
    }

    static int firstProbed(Dataset data) {
        return data.posted().number() - PROBED + 1;
    }

    /// @param run makes the completions different from those of other runs
    /// @return milliseconds
    List<Double> times(int count, String run) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(time(first + i % PROBED, run + "-" + i));
        }
        return times;
    }

    private double time(int diplomate, String externalId) {
        int before = known(diplomate);
        society.post(
                        "/v1/completions",
                        """
                        {"externalId":"%s","diplomateId":"P%07d","familyName":"Bench%d","title":"Probe %s",
                         "completedOn":"2025-06-12","credits":1.5}\
                        """
                                .formatted(externalId, diplomate, diplomate, externalId))
                .expect(201);
        long from = System.nanoTime();
        while (known(diplomate) == before) {
            if (System.nanoTime() - from > LIMIT.toNanos()) {
                throw new StackFailure("The status of P%07d did not change.".formatted(diplomate));
            }
            // To ask without a pause takes the core that is to make the answer.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private int known(int diplomate) {
        return Integer.parseInt(
                board.get("/v1/diplomates/P%07d/status".formatted(diplomate))
                        .expect(200)
                        .at("/basis/completions"));
    }
}
