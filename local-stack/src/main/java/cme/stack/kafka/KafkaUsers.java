package cme.stack.kafka;

import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;

/// Tells a broker its users and their rights. It is done at every start, so a data folder from
/// before there were users, or with other passwords, needs nothing else.
record KafkaUsers(Map<String, String> connection, DataFolder folder) {

    private static final int ITERATIONS = 4_096;
    private static final int LIMIT_SECONDS = 30;

    static KafkaUsers of(DataFolder folder, int port) {
        var connection =
                new HashMap<>(
                        KafkaLogin.of(folder, "127.0.0.1:" + port, KafkaLogin.SUPER_USER)
                                .settings());
        connection.put("sasl.mechanism", "PLAIN");
        connection.put("sasl.jaas.config", BrokerSettings.plainLogin(folder));
        return new KafkaUsers(Map.copyOf(connection), folder);
    }

    /// Adds what is missing and takes nothing away.
    void establish(List<KafkaRight> rights) {
        var users =
                Stream.concat(
                                Stream.of(KafkaLogin.SUPER_USER),
                                rights.stream().map(KafkaRight::user))
                        .distinct()
                        .toList();
        try (Admin admin = Admin.create(Map.copyOf(connection))) {
            await(admin.alterUserScramCredentials(users.stream().map(this::login).toList()).all());
            var bindings = rights.stream().flatMap(KafkaRight::bindings).distinct().toList();
            await(admin.createAcls(bindings).all());
        }
    }

    private UserScramCredentialAlteration login(String user) {
        var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        return new UserScramCredentialUpsertion(user, scram, KafkaLogin.password(folder, user));
    }

    private static void await(KafkaFuture<?> answer) {
        try {
            answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("Kafka does not take its users: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while Kafka took its users.", e);
        }
    }
}
