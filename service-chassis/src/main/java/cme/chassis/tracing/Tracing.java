package cme.chassis.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
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

/// Carries a trace over the two places where work changes hands: from the request to the publisher
/// (a column of the event log) and from there to a projection (a header of Kafka's record).
///
/// Where events are handled in batches, a batch belongs to many requests: it becomes one span in
/// the trace of each. Switched off, nothing of this costs more than a look at an empty list.
@Singleton
public class Tracing {

    /// The name of the header, and of the column, that holds the place in a trace (W3C Trace
    /// Context).
    public static final String TRACEPARENT = "traceparent";

    /// One batch takes at most so many requests into account; further ones lack a span.
    private static final int MAX_SPANS = 100;

    private static final ContextKey<List<Context>> BATCH = ContextKey.named("cme-batch");
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    Tracing(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("cme");
    }

    /// The place in the trace of the request in whose course this is called; null when it is not
    /// traced.
    public @Nullable String here() {
        var span = Span.current().getSpanContext();
        return span.isSampled() ? traceparent(Context.current()) : null;
    }

    /// Begins a batch, which is a span in the trace of each request that it works for.
    ///
    /// @param parents places in traces, as [#here] gave them; null for events of no trace
    public BatchSpans batch(
            String name, SpanKind kind, Collection<? extends @Nullable String> parents) {
        var spans = new HashMap<String, Context>();
        parents.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(MAX_SPANS)
                .forEach(parent -> spans.put(parent, child(context(parent), name, kind)));
        var current = Context.current().with(BATCH, List.copyOf(spans.values()));
        return new BatchSpans(Map.copyOf(spans), spans.isEmpty() ? null : current.makeCurrent());
    }

    /// Begins a step of the batch that this thread works on; outside of one it is nothing.
    public Step step(String name) {
        var batch = Objects.requireNonNullElse(Context.current().get(BATCH), List.<Context>of());
        return new Step(
                batch.stream()
                        .map(parent -> Span.fromContext(child(parent, name, SpanKind.INTERNAL)))
                        .toList());
    }

    private Context child(Context parent, String name, SpanKind kind) {
        var span = tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
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

    /// Reads a lone value as if it were the header.
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
