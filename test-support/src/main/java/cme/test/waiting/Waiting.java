package cme.test.waiting;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// Waits of tests for what comes by itself. A test takes `await` from here, so that no test asserts
/// a time: what comes at once is not waited for longer, and a busy machine has time enough.
public final class Waiting {

    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private Waiting() {}

    /// @return a wait that fails after two minutes
    public static ConditionFactory await() {
        return Awaitility.await().atMost(AT_MOST);
    }
}
