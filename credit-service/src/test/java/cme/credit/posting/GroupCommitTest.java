package cme.credit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The work on "gate" lasts until the gate is opened; "bad" fails whomever it is in a group with.
@Timeout(30)
class GroupCommitTest {
    private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gateReached = new CountDownLatch(1);
    private final CountDownLatch gateOpen = new CountDownLatch(1);
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final GroupCommit<String, String> commit =
            new GroupCommit<>(Duration.ofSeconds(10), 3, item -> item.charAt(0), this::work);

    @AfterEach
    void stop() {
        gateOpen.countDown();
        clients.close();
    }

    private List<String> work(List<String> items) {
        groups.add(items);
        if (items.contains("gate")) {
            gateReached.countDown();
            await(gateOpen);
        }
        if (items.contains("bad")) {
            throw new IllegalStateException("bad");
        }
        return items.stream().map(item -> item + " done").toList();
    }

    @Test
    void whoComesAloneIsServedAtOnce() throws Exception {
        assertThat(commit.submit("a")).isEqualTo("a done");
        assertThat(commit.submit("b")).isEqualTo("b done");
        assertThat(groups).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void whoComesMeanwhileIsServedTogetherAndEachGetsTheirOwn() throws Exception {
        var answers = submitBehindTheGate("a", "b", "c", "d");
        assertThat(groups).containsExactly(List.of("gate"), List.of("a", "b", "c"), List.of("d"));
        assertThat(answers).containsExactly("a done", "b done", "c done", "d done");
    }

    @Test
    void twoOfOneKeyAreNeverInOneGroup() throws Exception {
        submitBehindTheGate("a1", "b", "a2", "c");
        assertThat(groups).containsExactly(List.of("gate"), List.of("a1", "b"), List.of("a2", "c"));
    }

    @Test
    void aFailureIsThatOfTheOneAlone() throws Exception {
        assertThat(submitBehindTheGate("a", "bad", "c"))
                .containsExactly("a done", "java.lang.IllegalStateException: bad", "c done");
        assertThatThrownBy(() -> commit.submit("bad")).hasMessage("bad");
        assertThat(commit.submit("a")).isEqualTo("a done");
    }

    @Test
    void whoIsNotBegunWithInTimeIsRefusedAndNotDone() throws Exception {
        var hurried =
                new GroupCommit<String, String>(Duration.ofMillis(50), 3, item -> item, this::work);
        Future<String> gate = clients.submit(() -> hurried.submit("gate"));
        gateReached.await();
        assertThatThrownBy(() -> hurried.submit("a")).isInstanceOf(TimeoutException.class);
        gateOpen.countDown();
        assertThat(gate.get()).isEqualTo("gate done");
        assertThat(hurried.submit("b")).isEqualTo("b done");
        assertThat(groups).containsExactly(List.of("gate"), List.of("b"));
    }

    /// In this order, while the work on the gate is under way.
    private List<String> submitBehindTheGate(String... items) throws Exception {
        Future<String> gate = clients.submit(() -> commit.submit("gate"));
        gateReached.await();
        List<Future<String>> answers = new ArrayList<>();
        for (String item : items) {
            answers.add(clients.submit(() -> commit.submit(item)));
            while (commit.waiting() < answers.size()) {
                Thread.onSpinWait();
            }
        }
        gateOpen.countDown();
        assertThat(gate.get()).isEqualTo("gate done");
        List<String> outcomes = new ArrayList<>();
        for (Future<String> answer : answers) {
            outcomes.add(outcome(answer));
        }
        return outcomes;
    }

    private static String outcome(Future<String> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return e.getCause().toString();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
