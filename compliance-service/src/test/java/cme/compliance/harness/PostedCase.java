package cme.compliance.harness;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;

import cme.compliance.cases.AssessmentCase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A case that was sent to the running service, each part at the instant of its `recordedAt`.
///
/// @param diplomate a number that belongs to this case alone
public record PostedCase(String diplomate) {

    /// Parts without a `recordedAt` are recorded at this instant, before all others.
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    /// Completions and activities of a case have names of their own, as all cases share one ledger.
    public String caseId(String completion) {
        return completion.substring(prefix().length());
    }

    private String prefix() {
        return diplomate + "-";
    }

    /// Sends cases to the service.
    @Singleton
    public static class Poster {

        private final Events events;
        private final SettableClock clock;
        private final AtomicInteger cases = new AtomicInteger();

        Poster(Events events, SettableClock clock) {
            this.events = events;
            this.clock = clock;
        }

        private record Step(Instant at, Runnable action) {}

        private record Recorded(Instant at, JsonNode event) {}

        public PostedCase post(AssessmentCase one) {
            var posted = new PostedCase("CASE-%03d".formatted(cases.incrementAndGet()));
            var steps = new ArrayList<Step>();
            JsonNode input = one.input();
            JsonNode cycle = input.get("cycle");
            steps.addAll(
                    together(
                            input.path("activities"),
                            a -> activity(posted, a),
                            events::activities));
            steps.add(new Step(at(cycle), () -> putCycle(posted, one.ruleSet(), cycle)));
            steps.addAll(
                    together(
                            input.path("completions"),
                            c -> completion(posted, c),
                            events::completions));
            input.path("tracers").forEach(t -> steps.add(new Step(at(t), () -> tracer(posted, t))));
            input.path("pathways")
                    .forEach(p -> steps.add(new Step(at(p), () -> post(posted, "pathways", p))));
            input.path("decisions")
                    .forEach(d -> steps.add(new Step(at(d), () -> post(posted, "decisions", d))));
            steps.stream()
                    .sorted(Comparator.comparing(Step::at))
                    .forEach(
                            step -> {
                                clock.set(step.at());
                                step.action().run();
                            });
            clock.set(SettableClock.START);
            return posted;
        }

        private static Instant at(JsonNode node) {
            return node.hasNonNull("recordedAt")
                    ? Instant.parse(node.get("recordedAt").asText())
                    : FIRST;
        }

        private static void putCycle(PostedCase posted, String ruleSet, JsonNode cycle) {
            Api.putCycle(
                            posted.diplomate(),
                            ruleSet,
                            cycle.get("cycleStartYear").asInt(),
                            cycle.get("certifiedOn").asText())
                    .then()
                    .statusCode(201);
        }

        private static void tracer(PostedCase posted, JsonNode tracer) {
            ObjectNode body = tracer.deepCopy();
            String dueYear = body.remove("dueYear").asText();
            body.remove("recordedAt");
            String path = path(posted.diplomate(), "tracers/" + dueYear);
            if (body.path("removed").asBoolean()) {
                Api.takeBack(path, "*").then().statusCode(204);
            } else {
                Api.put(path, body.toString())
                        .then()
                        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
            }
        }

        private static void post(PostedCase posted, String what, JsonNode entry) {
            ObjectNode body = entry.deepCopy();
            body.remove("recordedAt");
            if (!body.hasNonNull("reason")) {
                body.put("reason", "as in the case");
            }
            board().body(body.toString())
                    .post(path(posted.diplomate(), what))
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        }

        /// Everything recorded at one instant is sent together, in its order.
        ///
        /// @param states the events of each entry by their instants
        private static List<Step> together(
                JsonNode entries,
                Function<JsonNode, Stream<Recorded>> states,
                Consumer<JsonNode[]> send) {
            var byInstant = new TreeMap<Instant, List<JsonNode>>();
            StreamSupport.stream(entries.spliterator(), false)
                    .flatMap(states)
                    .forEach(
                            one ->
                                    byInstant
                                            .computeIfAbsent(one.at(), _ -> new ArrayList<>())
                                            .add(one.event()));
            return byInstant.entrySet().stream()
                    .map(
                            one ->
                                    new Step(
                                            one.getKey(),
                                            () ->
                                                    send.accept(
                                                            one.getValue()
                                                                    .toArray(JsonNode[]::new))))
                    .toList();
        }

        private static Stream<Recorded> activity(PostedCase posted, JsonNode activity) {
            var events = new ArrayList<Recorded>();
            for (JsonNode state : AssessmentCase.statesOf(activity)) {
                ObjectNode event = state.deepCopy();
                event.put("code", posted.prefix() + state.get("code").asText());
                event.put("creditsConfirmed", true);
                event.put("status", state.path("status").asText("APPROVED"));
                event.put("revision", events.size() + 1);
                event.put("recordedAt", at(state).toString());
                event.put("recordedBy", "catalog");
                if (event.path("cap").isObject()) {
                    ObjectNode cap = event.withObject("/cap");
                    cap.put("group", posted.prefix() + cap.get("group").asText());
                }
                events.add(new Recorded(at(state), event));
            }
            return events.stream();
        }

        private static Stream<Recorded> completion(PostedCase posted, JsonNode completion) {
            var events = new ArrayList<Recorded>();
            for (JsonNode state : AssessmentCase.statesOf(completion)) {
                events.add(
                        new Recorded(at(state), completionEvent(posted, state, events.size() + 1)));
            }
            return events.stream();
        }

        private static ObjectNode completionEvent(PostedCase posted, JsonNode state, int revision) {
            ObjectNode event = state.deepCopy();
            event.put("id", posted.prefix() + state.get("id").asText());
            event.put("revision", revision);
            boolean withdrawn = state.path("withdrawn").asBoolean();
            event.put("status", withdrawn ? "WITHDRAWN" : "RECORDED");
            event.put("diplomateId", posted.diplomate());
            event.put("activity", code(posted, state.get("activity")));
            event.put("recordedAt", at(state).toString());
            event.put("recordedBy", "ledger");
            return event;
        }

        private static @Nullable String code(PostedCase posted, @Nullable JsonNode activity) {
            return activity == null || activity.isNull()
                    ? null
                    : posted.prefix() + activity.asText();
        }
    }
}
