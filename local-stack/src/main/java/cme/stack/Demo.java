package cme.stack;

import java.io.PrintStream;

/// What `./cme start --demo` does once everything is ready. Found as a `java.util.ServiceLoader`
/// service, so that the stack does not depend on it.
public interface Demo {
    /// Uses the services as their users would: over HTTP, at {@link LocalStack#service}, with
    /// {@link LocalStack#tokens}. The stack keeps running afterwards.
    ///
    /// @throws cme.stack.process.StackFailure when it cannot go on; the stack ends then
    void run(LocalStack stack, PrintStream out) throws InterruptedException;
}
