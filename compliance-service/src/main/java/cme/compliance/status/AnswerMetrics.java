package cme.compliance.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.inject.Singleton;

/// Counts answers that were stored and answers that were computed for the question.
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
