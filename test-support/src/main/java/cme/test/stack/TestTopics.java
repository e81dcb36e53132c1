package cme.test.stack;

import cme.stack.kafka.KafkaLogin;
import cme.stack.process.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The topics of the shared broker. Each test JVM begins without topics.
final class TestTopics {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(20);

    private TestTopics() {}

    /// Deletes all topics but the broker's own and waits until they are gone.
    static void deleteAll(KafkaLogin superUser) {
        Map<String, Object> settings = Map.copyOf(superUser.settings());
        try (Admin admin = Admin.create(settings)) {
            Set<String> topics = names(admin);
            if (topics.isEmpty()) {
                return;
            }
            delete(admin, topics);
            Instant end = Instant.now().plus(LIMIT);
            while (!names(admin).isEmpty()) {
                if (Instant.now().isAfter(end)) {
                    throw new StackFailure("Topics were not deleted in time: " + topics);
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while topics were deleted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("Cannot delete topics: " + e.getMessage(), e);
        }
    }

    private static Set<String> names(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void delete(Admin admin, Set<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.deleteTopics(topics).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }
}
