package cme.compliance.status;

import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.completion;
import static cme.compliance.harness.EventFixtures.next;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.EventFixtures;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Whatever is asked while postings are on their way: the same question with the known-at instant
/// of its answer has that answer, byte for byte, for ever. Readiness events agree with the answers.
///
/// `-Dhistories=12` for longer runs by hand.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class SameAnswerPropertyTest {

    private static final int HISTORIES = Integer.getInteger("histories", 5);
    private static final int STEPS = 25;

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject SettableClock clock;
    @Inject Jdbi jdbi;

    /// @param asOf null when it was not asked for, as the others
    private record Question(String diplomate, Integer cycle, String asOf, String knownAt) {}

    private record Delivery(String topic, String type, String key, ObjectNode event) {}

    private final Map<Question, String> answers = new LinkedHashMap<>();
    private final Map<String, Queue<Delivery>> onTheirWay = new TreeMap<>();
    private Map<String, ObjectNode> completions = new TreeMap<>();
    private ObjectNode course = activity("SAME-COURSE", "4", "4");
    private int mergeRevision;

    @Test
    void everyAnswerIsGivenAgain() {
        database.wipe();
        events.activity(course);
        for (int seed = 0; seed < HISTORIES; seed++) {
            live(seed, new Random(seed));
        }
        assertThat(answers).hasSizeGreaterThan(HISTORIES * STEPS / 2);
        assertThat(differing()).isEmpty();
        assertThat(eventsThatDiffer()).isEmpty();
        // The topics also have the events of earlier tests, which the first rebuild brings back.
        rebuild();
        rebuild()
                .then()
                .body("added", org.hamcrest.Matchers.equalTo(0))
                .body("removed", org.hamcrest.Matchers.equalTo(0));
        assertThat(differing()).isEmpty();
    }

    private static Response rebuild() {
        Api.board().post(Api.REBUILD).then().statusCode(202);
        Response rebuilt = Api.awaitRebuilt();
        rebuilt.then().body("state", org.hamcrest.Matchers.equalTo("COMPLETE"));
        return rebuilt;
    }

    private void live(int seed, Random random) {
        List<String> people = List.of("SAME-X" + seed, "SAME-Y" + seed);
        completions = new TreeMap<>();
        mergeRevision = 1;
        people.forEach(
                id -> Api.putCycle(id, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201));
        for (int step = 0; step < STEPS; step++) {
            clock.advance(Duration.ofSeconds(random.nextInt(3) * 20L));
            String person = people.get(random.nextInt(2));
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> post(seed, person, random);
                case 3, 4, 5 -> correct(people, random);
                case 6 -> changeCourse(random);
                case 7 -> chooseTracer(person, random);
                case 8 -> decide(person, random);
                case 9, 10 -> changeCycles(person, random);
                default -> merge(people);
            }
            deliver(random, random.nextInt(3));
            ask(people, random);
        }
        deliver(random, Integer.MAX_VALUE);
        ask(people, random);
    }

    private void post(int seed, String person, Random random) {
        String id = "same-%d-%02d".formatted(seed, completions.size());
        ObjectNode posted =
                completion(id, person, "2025-0%d-01".formatted(1 + random.nextInt(3)), "4");
        if (random.nextBoolean()) {
            posted.put("activity", "SAME-COURSE").putNull("title").putNull("patientSafetyCredits");
        }
        posted.put("recordedAt", clock.instant().toString());
        completions.put(id, posted);
        send(Events.COMPLETIONS, "cme.credit.completion.recorded", person, posted);
    }

    private void correct(List<String> people, Random random) {
        if (completions.isEmpty()) {
            return;
        }
        String id = List.copyOf(completions.keySet()).get(random.nextInt(completions.size()));
        ObjectNode before = completions.get(id);
        ObjectNode corrected = next(before, clock.instant().toString());
        corrected.put("credits", 1 + random.nextInt(4)).putNull("patientSafetyCredits");
        corrected.put("diplomateId", people.get(random.nextInt(2)));
        corrected.put("status", random.nextInt(5) == 0 ? "WITHDRAWN" : "RECORDED");
        completions.put(id, corrected);
        String from = before.get("diplomateId").asText();
        String to = corrected.get("diplomateId").asText();
        send(Events.COMPLETIONS, "cme.credit.completion.corrected", from, corrected);
        if (!from.equals(to)) {
            send(Events.COMPLETIONS, "cme.credit.completion.corrected", to, corrected);
        }
    }

    private void changeCourse(Random random) {
        course = course.deepCopy();
        course.put("revision", course.get("revision").asInt() + 1);
        course.put("title", "Course, edition " + course.get("revision"));
        course.put("patientSafetyCredits", random.nextInt(5));
        course.put("recordedAt", clock.instant().toString());
        send(Events.ACTIVITIES, "cme.catalog.activity.updated", "SAME-COURSE", course);
    }

    private static void chooseTracer(String person, Random random) {
        String procedure = random.nextBoolean() ? "CARPAL_TUNNEL" : "CLEFT_PALATE";
        Api.put(Api.path(person, "tracers/6"), "{\"procedure\":\"" + procedure + "\"}");
    }

    private static void decide(String person, Random random) {
        String decision = random.nextBoolean() ? "WAIVED" : "SATISFIED";
        Api.board()
                .body(
                        """
                        {"requirement":"patient-safety","dueYear":3,"decision":"%s","reason":"r"}"""
                                .formatted(decision))
                .post(Api.path(person, "decisions"));
    }

    /// Some are refused, because a tracer or a decision would belong to no cycle.
    private static void changeCycles(String person, Random random) {
        if (random.nextInt(4) == 0) {
            Api.takeBack(Api.path(person, "cycle"), "*");
        } else {
            int startYear = List.of(2016, 2021, 2031).get(random.nextInt(3));
            Api.putCycle(person, "abps-cc-5y", startYear, "2010-11-14");
        }
    }

    private void merge(List<String> people) {
        mergeRevision++;
        String number = people.getFirst();
        String into = mergeRevision % 2 == 0 ? people.get(1) : null;
        String at = clock.instant().toString();
        send(
                Events.IDENTITIES,
                into == null ? "cme.credit.identity.separated" : "cme.credit.identity.merged",
                number,
                EventFixtures.merge(number, into, mergeRevision, at));
    }

    private void send(String topic, String type, String key, ObjectNode event) {
        onTheirWay
                .computeIfAbsent(topic + key, _ -> new ArrayDeque<>())
                .add(new Delivery(topic, type, key, event.deepCopy()));
    }

    /// Events of one key come in order; those of different keys do not.
    private void deliver(Random random, int most) {
        for (int i = 0; i < most && !onTheirWay.isEmpty(); i++) {
            List<String> keys = List.copyOf(onTheirWay.keySet());
            String key = keys.get(random.nextInt(keys.size()));
            Delivery next = onTheirWay.get(key).remove();
            if (onTheirWay.get(key).isEmpty()) {
                onTheirWay.remove(key);
            }
            events.publish(next.topic(), next.type(), next.key(), next.event());
        }
    }

    private void ask(List<String> people, Random random) {
        for (String person : people) {
            String asOf =
                    random.nextBoolean() ? null : "2027-0%d-15".formatted(1 + random.nextInt(9));
            boolean isOfNow = random.nextInt(3) > 0;
            String knownAt = clock.instant().minusSeconds(random.nextInt(90)).toString();
            Integer cycle =
                    random.nextBoolean() ? null : List.of(2020, 2024, 2031).get(random.nextInt(3));
            Response answer = ask(new Question(person, cycle, asOf, isOfNow ? null : knownAt));
            if (answer.statusCode() == 200) {
                keep(person, cycle, answer);
            }
        }
    }

    private void keep(String person, Integer cycle, Response answer) {
        JsonPath body = answer.jsonPath();
        var question =
                new Question(person, cycle, body.getString("asOf"), body.getString("knownAt"));
        String before = answers.putIfAbsent(question, answer.asString());
        if (before != null) {
            assertThat(answer.asString()).as("%s", question).isEqualTo(before);
        }
    }

    private static Response ask(Question question) {
        RequestSpecification request = Api.board();
        if (question.cycle() != null) {
            request.queryParam("cycle", question.cycle());
        }
        if (question.asOf() != null) {
            request.queryParam("asOf", question.asOf());
        }
        if (question.knownAt() != null) {
            request.queryParam("knownAt", question.knownAt());
        }
        return request.get(Api.path(question.diplomate(), "status"));
    }

    private List<String> differing() {
        List<String> differing = new ArrayList<>();
        answers.forEach(
                (question, answer) -> {
                    String again = ask(question).asString();
                    if (!again.equals(answer)) {
                        differing.add(question + "\n" + answer + "\n" + again);
                    }
                });
        return differing;
    }

    private List<String> eventsThatDiffer() {
        await().until(this::nobodyWaits);
        List<String> differing = new ArrayList<>();
        for (String payload : payloads()) {
            JsonPath event = JsonPath.from(payload);
            var question =
                    new Question(
                            event.getString("diplomateId"),
                            null,
                            event.getString("asOf"),
                            event.getString("recordedAt"));
            JsonPath answer = ask(question).jsonPath();
            if (!told(event).equals(told(answer))) {
                differing.add(question + "\n" + payload + "\n" + answer.prettify());
            }
        }
        return differing;
    }

    private static String told(JsonPath answer) {
        return "%s %s %s %s"
                .formatted(
                        answer.getString("standing"),
                        answer.getString("summary"),
                        answer.getList("findings.state"),
                        answer.getList("findings.earned"));
    }

    private boolean nobodyWaits() {
        return jdbi.withHandle(
                h -> h.select("select count(*) from reassessment").mapTo(Long.class).one() == 0);
    }

    private List<String> payloads() {
        return jdbi.withHandle(
                h ->
                        h.select(
                                        "select payload::text from event_log where type like '%.readiness.%' order by seq")
                                .mapTo(String.class)
                                .list());
    }
}
