package cme.stack.kafka;

import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// What a service may do with a topic. The rights of the services are in `deploy/kafka/rights`.
///
/// @param user the service, such as `credit-service`
public record KafkaRight(String user, Kind kind, String topic) {

    /// The kind of a right; the file explains it.
    public enum Kind {
        OWNS,
        READS
    }

    private static final List<AclOperation> OWNING =
            List.of(
                    AclOperation.CREATE,
                    AclOperation.WRITE,
                    AclOperation.READ,
                    AclOperation.DESCRIBE,
                    AclOperation.DESCRIBE_CONFIGS,
                    AclOperation.ALTER_CONFIGS);

    private static final String ANY_HOST = "*";

    /// The rights of the three services.
    ///
    /// @throws StackFailure when the file is missing or a line of it cannot be read
    public static List<KafkaRight> ofServices() {
        Path file = ProjectFolder.find().resolve("deploy/kafka/rights");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(KafkaRight::parse)
                    .toList();
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static KafkaRight parse(String line) {
        String[] words = line.split("\\s+");
        try {
            return new KafkaRight(
                    words[0], Kind.valueOf(words[1].toUpperCase(Locale.ROOT)), words[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new StackFailure("Not a right on Kafka: " + line, e);
        }
    }

    /// The owner of the topic's events, such as `credit`: the first part of its name.
    public String eventOwner() {
        return topic.substring(0, topic.indexOf('.'));
    }

    /// The bindings that give this right.
    public Stream<AclBinding> bindings() {
        return switch (kind) {
            case OWNS -> owning(topic);
            case READS ->
                    Stream.of(
                                    Stream.of(allow(literal(topic), AclOperation.READ)),
                                    Stream.of(allow(groups(), AclOperation.READ)),
                                    owning(topic + ".dead-letter"))
                            .flatMap(bindings -> bindings);
        };
    }

    private Stream<AclBinding> owning(String name) {
        return OWNING.stream().map(operation -> allow(literal(name), operation));
    }

    private static ResourcePattern literal(String topic) {
        return new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
    }

    private ResourcePattern groups() {
        return new ResourcePattern(ResourceType.GROUP, user + ".", PatternType.PREFIXED);
    }

    private AclBinding allow(ResourcePattern resource, AclOperation operation) {
        return new AclBinding(
                resource,
                new AccessControlEntry(
                        "User:" + user, ANY_HOST, operation, AclPermissionType.ALLOW));
    }
}
