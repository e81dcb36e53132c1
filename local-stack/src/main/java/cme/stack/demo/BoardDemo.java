package cme.stack.demo;

import cme.stack.Demo;
import cme.stack.LocalStack;

import java.io.PrintStream;

/// Loads a made-up board through the HTTP APIs: its staff enter identities and cycles, two
/// societies post the attendance of their meetings. Then it shows a summary of all statuses.
/// Running it a second time changes nothing.
public final class BoardDemo implements Demo {

    @Override
    public void run(LocalStack stack, PrintStream out) {
        new DemoRun(stack, out).run();
    }
}
