package cme.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cme.stack.process.StackFailure;
import cme.stack.process.StackProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Watching, stopping and refusing, while a stack runs.
@Tag("slow")
class RunningStackTest {
    /// A broker checks its logs after it was killed, beside other tests.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir static Path temporary;
    private static LocalStack stack;

    private static Options options() {
        return Options.in(temporary).on(Ports.free()).withoutServices();
    }

    @BeforeAll
    static void start() {
        stack = LocalStack.start(options());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void whatDiesIsStartedAgainWithItsData() throws Exception {
        String mark = "survived-" + System.nanoTime();
        Engines.of(stack).leave(mark);
        List<Long> before = pids(stack);

        stack.processes().forEach(StackProcess::kill);

        await().atMost(PATIENCE)
                .until(() -> stack.processes().stream().allMatch(StackProcess::isAlive));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> Engines.of(stack).have(mark));
        assertThat(pids(stack)).doesNotContainAnyElementsOf(before);
    }

    @Test
    void whatWasStoppedOnPurposeStaysDown() {
        stack.postgres().stop(Duration.ofSeconds(10));
        await().during(Duration.ofSeconds(1)).until(() -> !stack.postgres().isAlive());
        stack.postgres().start();
        assertThat(stack.postgres().isAlive()).isTrue();
    }

    @Test
    void aSecondStackOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> LocalStack.start(options()))
                .withMessageStartingWith("Already running on ")
                .withMessageContaining("(process " + ProcessHandle.current().pid() + ")");
        Engines.of(stack).leave("undisturbed");
    }

    private static List<Long> pids(LocalStack stack) {
        return Engines.of(stack).running().stream().map(process -> process.handle().pid()).toList();
    }
}
