package cme.test.stack;

import cme.stack.kafka.KafkaRight;

import java.nio.file.Path;
import java.util.List;

/// What the service under test may do on Kafka.
public final class TestRights {

    private static final String CHASSIS = "service-chassis";

    /// The rights of the chassis, which is under test as a service with topics of its own.
    public static final List<KafkaRight> OF_CHASSIS =
            List.of(
                    new KafkaRight(CHASSIS, KafkaRight.Kind.OWNS, "test.added.v1"),
                    new KafkaRight(CHASSIS, KafkaRight.Kind.OWNS, "test.counters.v1"),
                    new KafkaRight(CHASSIS, KafkaRight.Kind.OWNS, CHASSIS + ".checkpoints.v1"),
                    new KafkaRight(CHASSIS, KafkaRight.Kind.READS, "test.incoming.v1"));

    private TestRights() {}

    /// The service under test, and its user on Kafka: the module that the tests run in.
    public static String service() {
        String module = Path.of("").toAbsolutePath().getFileName().toString();
        boolean isService =
                OF_CHASSIS.getFirst().user().equals(module)
                        || KafkaRight.ofServices().stream()
                                .anyMatch(right -> right.user().equals(module));
        // Other modules only look whether there is a broker.
        return isService ? module : CHASSIS;
    }
}
