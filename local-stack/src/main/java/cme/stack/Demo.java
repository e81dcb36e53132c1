package cme.stack;

import java.io.PrintStream;

/// The demo of `./cme start --demo`, run when everything is ready. It is found as a service of
/// `java.util.ServiceLoader`, so that the stack does not depend on it.
public interface Demo {
    /// Uses the services as their users would: over HTTP, at {@link LocalStack#service}, with
    /// {@link LocalStack#tokens}. The stack keeps running afterwards.
    ///
    /// @throws cme.stack.process.StackFailure when it cannot go on; the stack ends then
    void run(LocalStack stack, PrintStream out) throws InterruptedException;
}
