package cme.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kafka lets in only known users, and each service may do only its part.
@Tag("slow")
class ClosedKafkaTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CATALOG = "catalog-service";
    private static final String CREDIT = "credit-service";
    private static final String ACTIVITIES = "catalog.activities.v1";
    private static final String COMPLETIONS = "credit.completions.v1";

    @TempDir static Path folder;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack =
                LocalStack.start(
                        Options.in(folder)
                                .on(Ports.free())
                                .notDurable()
                                .withoutServices()
                                .unwatched());
        createAs(CATALOG, ACTIVITIES);
        createAs(CREDIT, COMPLETIONS);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static Map<String, Object> login(String user) {
        var settings = new HashMap<String, Object>(stack.kafka().login(user).settings());
        settings.put("request.timeout.ms", 20_000);
        settings.put("default.api.timeout.ms", 20_000);
        return settings;
    }

    private static void createAs(String user, String topic) throws Exception {
        create(login(user), topic);
    }

    private static void create(Map<String, Object> login, String topic) throws Exception {
        try (Admin admin = Admin.create(login)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static void writeAs(String user, String topic) throws Exception {
        var settings = login(user);
        settings.put("max.block.ms", 20_000);
        settings.put("delivery.timeout.ms", 21_000);
        settings.put("linger.ms", 0);
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1})).get(20, TimeUnit.SECONDS);
        }
    }

    private static int readAs(String user, String topic) {
        try (var consumer = consumer(login(user))) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(PATIENCE).count();
        }
    }

    private static void joinAs(String user, String group, String topic) {
        var settings = login(user);
        settings.put("group.id", group);
        try (var consumer = consumer(settings)) {
            consumer.subscribe(List.of(topic));
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200));
                                return !consumer.assignment().isEmpty();
                            });
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, bytes, bytes);
    }

    @Test
    void aServiceWritesItsOwnTopicAndAnotherThatMayReadsIt() throws Exception {
        writeAs(CATALOG, ACTIVITIES);
        assertThat(readAs(CREDIT, ACTIVITIES)).isPositive();
        assertThatCode(() -> joinAs(CREDIT, CREDIT + "." + ACTIVITIES, ACTIVITIES))
                .doesNotThrowAnyException();
    }

    @Test
    void aServiceCannotWriteTheTopicOfAnother() {
        assertThatThrownBy(() -> writeAs(CREDIT, ACTIVITIES))
                .hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> writeAs("compliance-service", COMPLETIONS))
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void aServiceCannotReadATopicThatItDoesNotNeed() {
        assertThatThrownBy(() -> readAs(CATALOG, COMPLETIONS))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aServiceCannotCreateTopicsThatAreNotItsOwn() {
        for (String topic : List.of("anything", "compliance.readiness.v1", COMPLETIONS + ".x")) {
            assertThatThrownBy(() -> createAs(CREDIT, topic))
                    .as(topic)
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
        assertThatCode(() -> createAs(CREDIT, ACTIVITIES + ".dead-letter"))
                .doesNotThrowAnyException();
    }

    @Test
    void aServiceCannotDeleteTopicsNotEvenItsOwn() {
        assertThatThrownBy(
                        () -> {
                            try (Admin admin = Admin.create(login(CATALOG))) {
                                admin.deleteTopics(List.of(ACTIVITIES))
                                        .all()
                                        .get(20, TimeUnit.SECONDS);
                            }
                        })
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void aServiceCannotJoinTheGroupOfAnother() {
        assertThatThrownBy(() -> joinAs(CREDIT, "compliance-service." + ACTIVITIES, ACTIVITIES))
                .isInstanceOf(AuthorizationException.class);
    }

    /// Nobody talks to them at all. That their questions are not allowed would be the answer of a
    /// broker that lets them in.
    @Test
    void whoeverHasNoPasswordIsRefusedByTheBroker() {
        assertThatThrownBy(() -> lookAs(anonymous("bootstrap.servers", stack.ports().kafka())))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whoeverHasNoPasswordIsRefusedByTheController() {
        assertThatThrownBy(
                        () ->
                                lookAs(
                                        anonymous(
                                                "bootstrap.controllers",
                                                stack.ports().kafkaController())))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    private static Map<String, Object> anonymous(String way, int port) {
        return Map.of(
                way,
                "127.0.0.1:" + port,
                "request.timeout.ms",
                3_000,
                "default.api.timeout.ms",
                3_000);
    }

    private static void lookAs(Map<String, Object> login) throws Exception {
        try (Admin admin = Admin.create(login)) {
            admin.describeMetadataQuorum().quorumInfo().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        var wrong =
                new HashMap<String, Object>(
                        new KafkaLogin(stack.kafka().bootstrapServers(), CREDIT, "guessed")
                                .settings());
        assertThatThrownBy(() -> create(wrong, COMPLETIONS))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void passwordsAreReadableByTheirOwnerOnly() throws Exception {
        try (var files = Files.list(stack.folder().secrets())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("kafka-")))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
    }
}
