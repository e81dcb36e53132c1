package cme.stack;

import cme.stack.kafka.Kafka;
import cme.stack.kafka.KafkaLogin;
import cme.stack.postgres.Database;
import cme.stack.postgres.Postgres;
import cme.stack.process.DataFolder;
import cme.stack.process.KnownProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// PostgreSQL and Kafka as a service sees them: marks are left in both and looked for in both.
record Engines(Postgres postgres, Kafka kafka) {
    private static final String ACCESS = "access";

    static Engines of(LocalStack stack) {
        return new Engines(stack.postgres(), stack.kafka());
    }

    /// The engines of a stack that another process runs.
    static Engines of(Path folder, Ports ports) {
        DataFolder data = DataFolder.open(folder);
        return new Engines(
                new Postgres(data, ports.postgres(), true),
                new Kafka(data, ports.kafka(), ports.kafkaController(), true));
    }

    List<KnownProcess> running() {
        return Stream.of(postgres.running(), kafka.running()).flatMap(Optional::stream).toList();
    }

    void leave(String mark) throws Exception {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS mark (mark text)");
            statement.execute("INSERT INTO mark VALUES ('" + mark + "')");
        }
        try (Admin admin = Admin.create(broker())) {
            admin.createTopics(List.of(new NewTopic(mark, 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        var serializer = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(broker(), serializer, serializer)) {
            byte[] value = mark.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(mark, value)).get(20, TimeUnit.SECONDS);
        }
    }

    boolean have(String mark) throws Exception {
        return isInPostgres(mark) && isInKafka(mark);
    }

    private boolean isInPostgres(String mark) throws Exception {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery("SELECT FROM mark WHERE mark = '" + mark + "'")) {
            return found.next();
        }
    }

    private boolean isInKafka(String mark) {
        var deserializer = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(broker(), deserializer, deserializer)) {
            TopicPartition partition = new TopicPartition(mark, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(5)).count() == 1;
        }
    }

    private Map<String, Object> broker() {
        return Map.copyOf(kafka.login(KafkaLogin.SUPER_USER).settings());
    }

    private Connection connect() throws Exception {
        Database database = postgres.superuser().database(ACCESS);
        return DriverManager.getConnection(
                database.url(), database.owner().username(), database.owner().password());
    }
}
