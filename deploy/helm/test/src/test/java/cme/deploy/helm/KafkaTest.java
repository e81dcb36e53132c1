package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import cme.deploy.helm.Chart.ValueSet;
import cme.stack.kafka.KafkaRight;
import com.fasterxml.jackson.databind.JsonNode;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Topics, users and rights are those of `deploy/kafka/rights`.
class KafkaTest {

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void theRightsAreThoseThatTheLocalStackGives(ValueSet values) {
        var given = new HashSet<AclBinding>();
        Chart.of(values)
                .named("KafkaUser")
                .forEach(
                        (user, object) ->
                                object.at("/spec/authorization/acls")
                                        .forEach(rule -> given.addAll(bindings(user, rule))));
        Set<AclBinding> wanted =
                KafkaRight.ofServices().stream()
                        .flatMap(KafkaRight::bindings)
                        .collect(Collectors.toSet());
        assertThat(given).isEqualTo(wanted).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void everyTopicThatAServiceOwnsIsThereAndNoOther(ValueSet values) {
        var topics = new TreeSet<String>();
        KafkaRight.ofServices()
                .forEach(
                        right ->
                                topics.add(
                                        switch (right.kind()) {
                                            case OWNS -> right.topic();
                                            case READS -> right.topic() + ".dead-letter";
                                        }));
        assertThat(Chart.of(values).named("KafkaTopic").keySet()).isEqualTo(topics);
    }

    /// A service changes a topic that takes smaller messages than it writes, and Strimzi would
    /// change it back.
    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void aTopicIsAsItsServiceWouldMakeIt(ValueSet values) {
        var service =
                PodTest.pod(Chart.of(values).deployment("credit-service"))
                        .getContainers()
                        .getFirst();
        for (var topic : Chart.of(values).of(KafkaTopic.class)) {
            var spec = topic.getSpec();
            assertThat(PodTest.env(service, "CME_CHASSIS_TOPICS_PARTITIONS").getValue())
                    .isEqualTo(String.valueOf(spec.getPartitions()));
            assertThat(PodTest.env(service, "CME_CHASSIS_TOPICS_REPLICATION_FACTOR").getValue())
                    .isEqualTo(String.valueOf(spec.getReplicas()));
            assertThat(PodTest.env(service, "CME_CHASSIS_TOPICS_MAX_MESSAGE_SIZE").getValue())
                    .isEqualTo(String.valueOf(spec.getConfig().get("max.message.bytes")));
            assertThat(spec.getConfig())
                    .containsEntry("cleanup.policy", "delete")
                    .containsEntry("retention.ms", -1)
                    .containsEntry("retention.bytes", -1);
            assertThat(topic.getMetadata().getAnnotations())
                    .containsEntry("helm.sh/resource-policy", "keep");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void kafkaIsClosed(ValueSet values) {
        var kafka = Chart.of(values).of(Kafka.class);
        assertThat(kafka).singleElement();
        var spec = kafka.getFirst().getSpec().getKafka();
        assertThat(spec.getAuthorization().getType()).isEqualTo("simple");
        assertThat(spec.getConfig()).containsEntry("auto.create.topics.enable", false);
        assertThat(spec.getListeners())
                .singleElement()
                .satisfies(
                        listener -> {
                            assertThat(listener.isTls()).isTrue();
                            assertThat(listener.getAuth().getType()).isEqualTo("scram-sha-512");
                            assertThat(listener.getNetworkPolicyPeers()).hasSize(3);
                        });
        assertThat(Chart.of(values).of(KafkaUser.class))
                .allMatch(
                        user ->
                                user.getSpec()
                                        .getAuthentication()
                                        .getType()
                                        .equals("scram-sha-512"));
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceLogsInByItsOwnUserAndEncrypts(ValueSet values) {
        for (var service : List.of("catalog-service", "credit-service", "compliance-service")) {
            var container =
                    PodTest.pod(Chart.of(values).deployment(service)).getContainers().getFirst();
            assertThat(PodTest.env(container, "KAFKA_SECURITY_PROTOCOL").getValue())
                    .isEqualTo("SASL_SSL");
            assertThat(
                            PodTest.env(container, "KAFKA_SASL_JAAS_CONFIG")
                                    .getValueFrom()
                                    .getSecretKeyRef()
                                    .getName())
                    .isEqualTo(service);
            var authority = PodTest.env(container, "KAFKA_SSL_TRUSTSTORE_LOCATION").getValue();
            assertThat(container.getVolumeMounts())
                    .anyMatch(mount -> authority.startsWith(mount.getMountPath() + "/"));
        }
    }

    @Test
    void aLargeClusterLosesABrokerWithoutLosingAnEvent() {
        var objects = Chart.of(ValueSet.LARGE);
        var pools = objects.named("KafkaNodePool");
        assertThat(pools).containsOnlyKeys("brokers", "controllers");
        assertThat(pools.values())
                .allMatch(pool -> pool.at("/spec/replicas").asInt() >= 3)
                .allMatch(pool -> !pool.at("/spec/storage/volumes/0/deleteClaim").asBoolean(true));
        assertThat(objects.of(KafkaTopic.class))
                .allMatch(topic -> topic.getSpec().getReplicas() == 3)
                .allMatch(
                        topic -> topic.getSpec().getConfig().get("min.insync.replicas").equals(2));
        assertThat(objects.of(Kafka.class).getFirst().getSpec().getKafka().getConfig())
                .containsEntry("offsets.topic.replication.factor", 3)
                .containsEntry("transaction.state.log.min.isr", 2);
    }

    private static List<AclBinding> bindings(String user, JsonNode rule) {
        var resource = rule.path("resource");
        var pattern =
                new ResourcePattern(
                        ResourceType.fromString(resource.path("type").asText()),
                        resource.path("name").asText(),
                        switch (resource.path("patternType").asText()) {
                            case "literal" -> PatternType.LITERAL;
                            case "prefix" -> PatternType.PREFIXED;
                            case String other -> throw new IllegalArgumentException(other);
                        });
        return rule.path("operations")
                .valueStream()
                .map(
                        name ->
                                new AclBinding(
                                        pattern,
                                        new AccessControlEntry(
                                                "User:" + user,
                                                rule.path("host").asText(),
                                                operation(name.asText()),
                                                AclPermissionType.ALLOW)))
                .toList();
    }

    private static AclOperation operation(String name) {
        return AclOperation.fromString(
                name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
    }
}
