package cme.test.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class LocalStackResourceTest {
    @Test
    void everyResourceGetsADatabaseOfItsOwnAndABrokerWithoutTopics() throws Exception {
        LocalStackResource first = new LocalStackResource();
        LocalStackResource second = new LocalStackResource();
        Map<String, String> one = first.start();
        try (Admin admin = Admin.create(TestKafka.settings())) {
            admin.createTopics(List.of(new NewTopic("left-over", 12, (short) 1))).all().get();

            Map<String, String> other = second.start();

            assertThat(admin.listTopics().names().get()).isEmpty();
            assertThat(other.get("kafka.bootstrap.servers"))
                    .isEqualTo(one.get("kafka.bootstrap.servers"));
            assertThat(other.get("quarkus.datasource.jdbc.url"))
                    .isNotEqualTo(one.get("quarkus.datasource.jdbc.url"));
            assertThat(owns(other)).isTrue();
        } finally {
            first.stop();
            second.stop();
        }
    }

    private static boolean owns(Map<String, String> settings) throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                settings.get("quarkus.datasource.jdbc.url"),
                                settings.get("quarkus.flyway.username"),
                                settings.get("quarkus.flyway.password"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id bigint)");
            return statement.executeUpdate("INSERT INTO kept VALUES (1)") == 1;
        }
    }
}
