package cme.compliance.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.inject.Singleton;

/// Counts where answers came from: as they are stored, or made for the question.
@Singleton
class AnswerMetrics {

    private final Counter stored;
    private final Counter computed;

    AnswerMetrics(MeterRegistry registry) {
        this.stored = registry.counter("cme.status.answers", "source", "stored");
        this.computed = registry.counter("cme.status.answers", "source", "computed");
    }

    void stored() {
        stored.increment();
    }

    void computed() {
        computed.increment();
    }
}
