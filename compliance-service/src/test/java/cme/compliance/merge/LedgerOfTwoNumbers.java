package cme.compliance.merge;

import static cme.compliance.harness.EventFixtures.completion;
import static cme.compliance.harness.EventFixtures.next;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// A ledger in which one person has two numbers, and one in which the same person has one: the same
/// is posted to both.
final class LedgerOfTwoNumbers {

    private static final List<String> TITLES = List.of("Rounds", "Journal club");

    /// An event and the key under which it is published.
    record Keyed(String key, ObjectNode event) {}

    final String old;
    final String remaining;
    final String single;
    final List<Keyed> events = new ArrayList<>();
    private final Random random;
    private final Map<String, ObjectNode> two = new TreeMap<>();
    private final Map<String, ObjectNode> one = new TreeMap<>();
    private final Set<String> moved = new HashSet<>();
    private boolean merged;

    LedgerOfTwoNumbers(int seed) {
        random = new Random(seed);
        old = "A" + seed;
        remaining = "B" + seed;
        single = "C" + seed;
    }

    boolean isMerged() {
        return merged;
    }

    void post(Instant at) {
        String number = "%s-%03d".formatted(single, two.size());
        String holder = merged || random.nextBoolean() ? remaining : old;
        ObjectNode posted =
                completion(
                        "two-" + number,
                        holder,
                        "2025-0%d-01".formatted(1 + random.nextInt(3)),
                        "2.5");
        posted.put("title", TITLES.get(random.nextInt(2)));
        posted.put("poster", random.nextBoolean() ? "PROVIDER" : "BOARD");
        posted.put("recordedAt", at.toString());
        two.put(number, posted);
        one.put(number, posted.deepCopy().put("id", "one-" + number).put("diplomateId", single));
        publish(holder, posted);
        publish(single, one.get(number));
    }

    /// Corrects or withdraws one that somebody of the two has.
    void correct(Instant at) {
        if (two.isEmpty()) {
            return;
        }
        String number = List.copyOf(two.keySet()).get(random.nextInt(two.size()));
        boolean withdrawn = random.nextInt(4) == 0;
        double credits = 1 + random.nextInt(3);
        for (Map<String, ObjectNode> ledger : List.of(two, one)) {
            ObjectNode corrected = next(ledger.get(number), at.toString());
            corrected.remove("merge");
            corrected.put("credits", credits).put("patientSafetyCredits", credits);
            corrected.put("status", withdrawn ? "WITHDRAWN" : "RECORDED");
            ledger.put(number, corrected);
            publish(corrected.get("diplomateId").asText(), corrected);
        }
    }

    /// The moves that come with a merge, or with its withdrawal.
    void move(Instant at) {
        merged = !merged;
        String from = merged ? old : remaining;
        String to = merged ? remaining : old;
        if (merged) {
            moved.clear();
        }
        for (String number : two.keySet()) {
            ObjectNode before = two.get(number);
            boolean isHeld = before.get("diplomateId").asText().equals(from);
            if (!isHeld || !merged && !moved.contains(number)) {
                continue;
            }
            moved.add(number);
            ObjectNode after = next(before, at.toString()).put("diplomateId", to);
            after.put("merge", merged ? "MOVED" : "GIVEN_BACK");
            two.put(number, after);
            publish(from, after);
            publish(to, after);
        }
    }

    private void publish(String key, ObjectNode event) {
        events.add(new Keyed(key, event.deepCopy()));
    }
}
