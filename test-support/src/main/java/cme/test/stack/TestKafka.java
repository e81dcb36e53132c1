package cme.test.stack;

import cme.stack.kafka.KafkaLogin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// The broker of a test, for what a test does by hand: it writes events in the place of other
/// services, reads and deletes topics. The service under test has its own login, which may do none
/// of that.
public final class TestKafka {

    /// The id of the key that signs the events of each owner.
    public static final String KEY = "current";

    /// The id of a key that is accepted and does not sign any more.
    public static final String FORMER_KEY = "former";

    private static final String PROPERTY = "cme.test.kafka.";
    private static final List<String> OWNERS = List.of("catalog", "credit", "compliance", "test");
    private static final int PARTITIONS = 3;
    private static final int LIMIT_SECONDS = 30;

    private TestKafka() {}

    /// Makes this the broker of the tests in this JVM. System properties, because a test and its
    /// resources are of different class loaders.
    public static void use(KafkaLogin superUser) {
        superUser.settings().forEach((name, value) -> System.setProperty(PROPERTY + name, value));
    }

    /// The settings of a Kafka client that may do everything.
    public static Map<String, Object> settings() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PROPERTY))
                .collect(
                        Collectors.toMap(
                                name -> name.substring(PROPERTY.length()), System::getProperty));
    }

    /// The settings of a service: its login, and keys of every owner of topics.
    public static Map<String, String> settingsOf(KafkaLogin service) {
        var settings = new HashMap<String, String>();
        service.settings().forEach((name, value) -> settings.put("kafka." + name, value));
        for (String owner : OWNERS) {
            String keys =
                    Stream.of(KEY, FORMER_KEY)
                            .map(id -> id + ":" + secret(owner, id))
                            .collect(Collectors.joining(","));
            settings.put("cme.chassis.events.keys." + owner, keys);
        }
        return settings;
    }

    /// The secret of a key.
    ///
    /// @param owner of topics, such as `credit`
    public static String secret(String owner, String id) {
        return "%s-%s-of-the-tests-and-of-nobody-else".formatted(owner, id);
    }

    /// Creates the topic unless it exists.
    public static void ensureTopic(String name) {
        ensureTopic(name, PARTITIONS);
    }

    /// As [#ensureTopic(String)], with so many partitions.
    public static void ensureTopic(String name, int partitions) {
        var topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(topic)).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
