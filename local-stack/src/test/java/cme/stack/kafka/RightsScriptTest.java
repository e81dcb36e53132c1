package cme.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.Commands;
import cme.stack.process.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The container's start script, with tools that only write down what they are told.
class RightsScriptTest {

    @TempDir Path folder;

    @BeforeEach
    void run() throws IOException {
        for (String tool : List.of("kafka-acls.sh", "kafka-configs.sh")) {
            Path fake = folder.resolve(tool);
            Files.writeString(fake, "#!/bin/bash\necho \"$*\" >>" + folder + "/" + tool + ".log\n");
            Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
        }
        Path kafka = ProjectFolder.find().resolve("deploy/kafka");
        String script =
                Files.readString(kafka.resolve("start"))
                        .replace("/tmp/", folder + "/")
                        .replace("folder=$(dirname \"$0\")", "folder='" + kafka + "'")
                        .replace("/opt/kafka/bin", folder.toString())
                        .replace("exec /etc/kafka/docker/run", "wait");
        Files.writeString(folder.resolve("start"), script);
        var command = new ArrayList<>(List.of("env"));
        for (String user : List.of("ADMIN", "CATALOG", "CREDIT", "COMPLIANCE")) {
            command.add(user + "_KAFKA_PASSWORD=of-" + user.toLowerCase(Locale.ROOT));
        }
        command.addAll(List.of("bash", folder.resolve("start").toString()));
        assertThat(Commands.run(command).output()).isEmpty();
    }

    @Test
    void theContainerGivesTheRightsThatTheLocalStackGives() throws IOException {
        var given = new HashSet<AclBinding>();
        try (Stream<String> calls = Files.lines(folder.resolve("kafka-acls.sh.log"))) {
            calls.forEach(call -> given.addAll(bindings(List.of(call.split(" ")))));
        }
        Set<AclBinding> wanted =
                KafkaRight.ofServices().stream()
                        .flatMap(KafkaRight::bindings)
                        .collect(Collectors.toSet());
        assertThat(given).isEqualTo(wanted).isNotEmpty();
    }

    private static List<AclBinding> bindings(List<String> call) {
        PatternType pattern =
                values(call, "--resource-pattern-type").contains("prefixed")
                        ? PatternType.PREFIXED
                        : PatternType.LITERAL;
        String user = values(call, "--allow-principal").getFirst();
        var resources = new ArrayList<ResourcePattern>();
        values(call, "--topic")
                .forEach(
                        name ->
                                resources.add(
                                        new ResourcePattern(ResourceType.TOPIC, name, pattern)));
        values(call, "--group")
                .forEach(
                        name ->
                                resources.add(
                                        new ResourcePattern(ResourceType.GROUP, name, pattern)));
        return resources.stream()
                .flatMap(
                        resource ->
                                values(call, "--operation").stream()
                                        .map(name -> allow(user, resource, operation(name))))
                .toList();
    }

    private static AclBinding allow(String user, ResourcePattern resource, AclOperation what) {
        return new AclBinding(
                resource, new AccessControlEntry(user, "*", what, AclPermissionType.ALLOW));
    }

    private static AclOperation operation(String name) {
        return AclOperation.fromString(
                name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
    }

    private static List<String> values(List<String> call, String option) {
        var values = new ArrayList<String>();
        for (int i = 0; i + 1 < call.size(); i++) {
            if (call.get(i).equals(option)) {
                values.add(call.get(i + 1));
            }
        }
        return values;
    }

    @Test
    void everyUserGetsItsOwnPassword() throws IOException {
        var calls = Files.readString(folder.resolve("kafka-configs.sh.log"));
        for (String user : List.of("admin", "catalog", "credit", "compliance")) {
            String name = user.equals("admin") ? user : user + "-service";
            assertThat(calls)
                    .contains(
                            "--entity-name %s --add-config SCRAM-SHA-512=[iterations=4096,password=of-%s]"
                                    .formatted(name, user));
        }
    }
}
