package cme.chassis.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Passes a trace on from the request to the publisher (in a column of the event log) and from
/// there to a projection (in a header of the Kafka record).
///
/// A batch of events belongs to many requests, so it becomes one span in the trace of each. When
/// tracing is switched off, it costs a look at an empty list.
@Singleton
public class Tracing {

    /// The name of the header and the column for the place in a trace (W3C Trace Context).
    public static final String TRACEPARENT = "traceparent";

    /// The largest number of spans of a batch. Further requests get no span.
    private static final int MAX_SPANS = 100;

    private static final ContextKey<List<Context>> BATCH = ContextKey.named("cme-batch");
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    Tracing(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("cme");
    }

    /// The place of the current request in its trace; null when it is not traced.
    public @Nullable String here() {
        SpanContext span = Span.current().getSpanContext();
        return span.isSampled() ? traceparent(Context.current()) : null;
    }

    /// Begins a batch, with a span in the trace of each request that it works for.
    ///
    /// @param parents places in traces from [#here]; null for events without a trace
    public BatchSpans batch(
            String name, SpanKind kind, Collection<? extends @Nullable String> parents) {
        var spans = new HashMap<String, Context>();
        parents.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(MAX_SPANS)
                .forEach(parent -> spans.put(parent, child(context(parent), name, kind)));
        Context current = Context.current().with(BATCH, List.copyOf(spans.values()));
        return new BatchSpans(Map.copyOf(spans), spans.isEmpty() ? null : current.makeCurrent());
    }

    /// Begins a step of the batch of this thread. Without a batch it has no effect.
    public Step step(String name) {
        List<Context> batch =
                Objects.requireNonNullElse(Context.current().get(BATCH), List.<Context>of());
        return new Step(
                batch.stream()
                        .map(parent -> Span.fromContext(child(parent, name, SpanKind.INTERNAL)))
                        .toList());
    }

    private Context child(Context parent, String name, SpanKind kind) {
        Span span = tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
        return parent.with(span);
    }

    private static Context context(String traceparent) {
        return W3C.extract(Context.root(), traceparent, new OneHeader());
    }

    static @Nullable String traceparent(Context context) {
        var headers = new HashMap<String, String>();
        W3C.inject(context, headers, (map, name, value) -> map.put(name, value));
        return headers.get(TRACEPARENT);
    }

    /// Reads a single value as the only header.
    private static final class OneHeader implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(TRACEPARENT) ? carrier : null;
        }
    }
}
