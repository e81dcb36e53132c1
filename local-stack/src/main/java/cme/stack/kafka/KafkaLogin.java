package cme.stack.kafka;

import cme.stack.process.DataFolder;

import java.util.Map;

/// How a user of the broker logs in (SASL with SCRAM-SHA-512). Its password is a file among the
/// secrets of the data folder, made at the first start.
///
/// @param user a service, or [#SUPER_USER]
public record KafkaLogin(String bootstrapServers, String user, String password) {

    /// May do everything: for people, tests and measurements, never for a service.
    public static final String SUPER_USER = "admin";

    static final String MECHANISM = "SCRAM-SHA-512";

    public static KafkaLogin of(DataFolder folder, String bootstrapServers, String user) {
        return new KafkaLogin(bootstrapServers, user, password(folder, user));
    }

    static String password(DataFolder folder, String user) {
        return folder.randomSecret("kafka-" + user + ".password");
    }

    /// The settings of a Kafka client.
    public Map<String, String> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
    }
}
