package cme.compliance.assessment;

import cme.chassis.tracing.Tracing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.inject.Singleton;

import java.util.Objects;
import java.util.function.Supplier;

/// Measures the parts of an assessment, a batch at a time: as a metric, and as steps in the traces
/// of the requests that the batch works for.
@Singleton
class AssessmentTimes {

    private final Timer read;
    private final Timer assess;
    private final Timer write;
    private final Tracing tracing;

    AssessmentTimes(MeterRegistry registry, Tracing tracing) {
        this.tracing = tracing;
        this.read = timer(registry, "read");
        this.assess = timer(registry, "assess");
        this.write = timer(registry, "write");
    }

    private static Timer timer(MeterRegistry registry, String part) {
        return Timer.builder("cme.assessment").tag("part", part).register(registry);
    }

    <T> T read(Supplier<T> part) {
        try (var _ = tracing.step("read what is known")) {
            return Objects.requireNonNull(read.record(part));
        }
    }

    <T> T assess(Supplier<T> part) {
        try (var _ = tracing.step("assess")) {
            return Objects.requireNonNull(assess.record(part));
        }
    }

    void write(Runnable part) {
        try (var _ = tracing.step("write statuses")) {
            write.record(part);
        }
    }
}
