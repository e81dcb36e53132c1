package cme.benchmarks.scaling;

import cme.benchmarks.stack.BenchmarkStack;
import cme.stack.process.StackProcess;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Counts what the stack uses from a moment on.
final class Spending {
    private final BenchmarkStack rig;
    private final Map<String, Duration> cpu;
    private final long log;

    private Spending(BenchmarkStack rig) {
        this.rig = rig;
        this.cpu = cpu(rig);
        this.log = log(rig);
    }

    static Spending since(BenchmarkStack now) {
        return new Spending(now);
    }

    /// Nothing is negative, though a session of PostgreSQL that has ended takes its time along.
    Spent untilNow() {
        Map<String, Double> millis = new HashMap<>();
        cpu(rig).forEach(
                        (process, now) -> {
                            Duration before = cpu.getOrDefault(process, Duration.ZERO);
                            millis.put(process, Math.max(0, now.minus(before).toNanos() / 1e6));
                        });
        return new Spent(millis, log(rig) - log);
    }

    /// CPU of each process since it started, with its children that live: PostgreSQL has one for
    /// each session.
    private static Map<String, Duration> cpu(BenchmarkStack rig) {
        Map<String, Duration> used = new HashMap<>();
        for (StackProcess process : rig.processes()) {
            process.running()
                    .ifPresent(known -> used.put(process.name(), withChildren(known.handle())));
        }
        return used;
    }

    private static Duration withChildren(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long log(BenchmarkStack rig) {
        return rig.credit().number("select (pg_current_wal_insert_lsn() - '0/0')::bigint");
    }
}
