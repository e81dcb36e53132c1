package cme.system;

import java.util.List;

/// Options for the `java` of services under test.
public final class JvmOptions {

    /// A service that runs for minutes starts sooner with one compiler, and the second one would
    /// not earn what it costs.
    public static final List<String> OF_A_SHORT_RUN =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JvmOptions() {}
}
