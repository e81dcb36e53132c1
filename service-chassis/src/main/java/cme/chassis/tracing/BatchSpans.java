package cme.chassis.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The spans of one batch, one in the trace of each request that it works for. Closing it ends
/// them.
public final class BatchSpans implements AutoCloseable {

    private final Map<String, Context> spans;
    private final @Nullable Scope scope;

    BatchSpans(Map<String, Context> spans, @Nullable Scope scope) {
        this.spans = spans;
        this.scope = scope;
    }

    /// The place of this batch in the trace of the parent, to pass on.
    public @Nullable String traceparent(@Nullable String parent) {
        Context span = parent == null ? null : spans.get(parent);
        return span == null ? parent : Tracing.traceparent(span);
    }

    @Override
    public void close() {
        if (scope != null) {
            scope.close();
        }
        spans.values().forEach(context -> Span.fromContext(context).end());
    }
}
