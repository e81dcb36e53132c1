package cme.chassis.tracing;

import io.opentelemetry.api.trace.Span;

import java.util.List;

/// A step of a batch, with a span in each of its traces. Closing it ends the spans.
public final class Step implements AutoCloseable {

    private final List<Span> spans;

    Step(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    @Override
    public void close() {
        spans.forEach(Span::end);
    }
}
