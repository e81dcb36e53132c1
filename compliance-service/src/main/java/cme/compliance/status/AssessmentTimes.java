package cme.compliance.status;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.inject.Singleton;

import java.util.Objects;
import java.util.function.Supplier;

/// Where the time of an assessment goes, a batch at a time.
@Singleton
class AssessmentTimes {

    private final Timer read;
    private final Timer assess;
    private final Timer write;

    AssessmentTimes(MeterRegistry registry) {
        this.read = timer(registry, "read");
        this.assess = timer(registry, "assess");
        this.write = timer(registry, "write");
    }

    private static Timer timer(MeterRegistry registry, String part) {
        return Timer.builder("cme.assessment").tag("part", part).register(registry);
    }

    <T> T read(Supplier<T> part) {
        return Objects.requireNonNull(read.record(part));
    }

    <T> T assess(Supplier<T> part) {
        return Objects.requireNonNull(assess.record(part));
    }

    void write(Runnable part) {
        write.record(part);
    }
}
