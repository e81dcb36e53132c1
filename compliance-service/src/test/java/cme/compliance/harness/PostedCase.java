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
import java.util.concurrent.atomic.AtomicInteger;
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

        public PostedCase post(AssessmentCase one) {
            var posted = new PostedCase("CASE-%03d".formatted(cases.incrementAndGet()));
            var steps = new ArrayList<Step>();
            JsonNode input = one.input();
            JsonNode cycle = input.get("cycle");
            input.path("activities").forEach(a -> steps.addAll(activity(posted, a)));
            steps.add(new Step(at(cycle), () -> putCycle(posted, one.ruleSet(), cycle)));
            input.path("completions").forEach(c -> steps.addAll(completion(posted, c)));
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

        private List<Step> activity(PostedCase posted, JsonNode activity) {
            List<Step> steps = new ArrayList<>();
            int revision = 0;
            for (JsonNode state : AssessmentCase.statesOf(activity)) {
                ObjectNode event = state.deepCopy();
                event.put("code", posted.prefix() + state.get("code").asText());
                event.put("creditsConfirmed", true);
                event.put("status", state.path("status").asText("APPROVED"));
                event.put("revision", ++revision);
                event.put("recordedAt", at(state).toString());
                event.put("recordedBy", "catalog");
                if (event.path("cap").isObject()) {
                    ObjectNode cap = event.withObject("/cap");
                    cap.put("group", posted.prefix() + cap.get("group").asText());
                }
                steps.add(new Step(at(state), () -> events.activity(event)));
            }
            return steps;
        }

        private List<Step> completion(PostedCase posted, JsonNode completion) {
            List<Step> steps = new ArrayList<>();
            for (JsonNode state : AssessmentCase.statesOf(completion)) {
                ObjectNode event = completionEvent(posted, state, steps.size() + 1);
                steps.add(new Step(at(state), () -> events.completions(event)));
            }
            return steps;
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
