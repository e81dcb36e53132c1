package cme.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// The requests of the clients and the acknowledgements that they received.
final class Journal {

    /// A name under which something was posted.
    record Name(String poster, String externalId) {}

    /// "This is recorded", with the content that was sent.
    record Recorded(Name name, String completion, String diplomate, Content content) {}

    /// The answer to a correction or withdrawal that was accepted.
    ///
    /// @param tag the reason that was given, different for every request
    record Revised(String completion, int revision, String status, Content content, String tag) {}

    /// "This is withdrawn" of all completions that a roster recorded.
    record RosterWithdrawn(String tag, List<String> completions) {}

    private final Map<Name, Recorded> recorded = new ConcurrentHashMap<>();
    private final Queue<Revised> revised = new ConcurrentLinkedQueue<>();
    private final Queue<RosterWithdrawn> rostersWithdrawn = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> edited = new ConcurrentHashMap<>();
    private final Set<String> tags = ConcurrentHashMap.newKeySet();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private long lastAnswer = System.nanoTime();
    private Duration longestSilence = Duration.ZERO;

    /// Before it is sent: it may take effect without an answer.
    void sends(String tag) {
        tags.add(tag);
    }

    void recorded(Recorded promise) {
        var before = recorded.putIfAbsent(promise.name(), promise);
        if (before != null && !before.equals(promise)) {
            broken("%s was answered to be %s, and then %s", promise.name(), before, promise);
        }
    }

    void revised(Revised promise) {
        revised.add(promise);
    }

    void rosterWithdrawn(RosterWithdrawn promise) {
        rostersWithdrawn.add(promise);
    }

    /// A title of an activity in the catalog, each given once.
    void edited(String title, int revision) {
        edited.put(title, revision);
    }

    /// An answer that no good service gives.
    void broken(String format, Object... details) {
        broken.add(format.formatted(details));
    }

    void countAnswer() {
        answered.incrementAndGet();
        noteSilence();
    }

    /// Silences are measured from here on.
    synchronized void beginFault() {
        lastAnswer = System.nanoTime();
        longestSilence = Duration.ZERO;
    }

    private synchronized void noteSilence() {
        var now = System.nanoTime();
        var silence = Duration.ofNanos(now - lastAnswer);
        longestSilence = silence.compareTo(longestSilence) > 0 ? silence : longestSilence;
        lastAnswer = now;
    }

    /// The longest time in which no client was answered, since the last fault began.
    synchronized Duration longestSilence() {
        return longestSilence;
    }

    void countSilence() {
        unanswered.incrementAndGet();
    }

    List<Recorded> recorded() {
        return List.copyOf(recorded.values());
    }

    List<Revised> revised() {
        return List.copyOf(revised);
    }

    List<RosterWithdrawn> rostersWithdrawn() {
        return List.copyOf(rostersWithdrawn);
    }

    Map<String, Integer> edited() {
        return Map.copyOf(edited);
    }

    boolean wasSent(String tag) {
        return tags.contains(tag);
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    long answered() {
        return answered.get();
    }

    long unanswered() {
        return unanswered.get();
    }
}
