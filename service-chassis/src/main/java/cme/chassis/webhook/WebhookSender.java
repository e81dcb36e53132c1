package cme.chassis.webhook;

import cme.chassis.ChassisConfig;
import cme.chassis.database.LeaderThread;
import cme.chassis.database.Leadership;
import cme.chassis.database.Outage;
import cme.chassis.eventlog.CommitNotifier;
import cme.chassis.eventlog.LogEnd;
import cme.chassis.webhook.WebhookQueue.Pending;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Sends events to webhooks. Every instance of a service has a sender; the one that leads sends,
/// and another takes over when its connection is lost. Each webhook that has something to do is
/// worked on by a thread of its own, so that a slow receiver does not hold up others.
///
/// A delivery is recorded after the receiver has accepted it: a crash in between repeats an event
/// and never loses one.
@Singleton
public class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final long LOCK = 0x434d455f484f4f4bL;

    /// Under load the log moves all the time; the sender looks at most this often.
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final LogEnd logEnd;
    private final WebhookQueue queue;
    private final WebhookRun run;
    private final WebhookSecrets secrets;
    private final Clock clock;
    private final Instance<WebhookAudiences> audiences;
    private final boolean enabled;
    private final long pollMillis;
    private final LeaderThread thread;
    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();

    WebhookSender(
            Jdbi jdbi,
            LogEnd logEnd,
            WebhookQueue queue,
            WebhookRun run,
            WebhookSecrets secrets,
            Clock clock,
            Instance<WebhookAudiences> audiences,
            ChassisConfig config) {
        this.logEnd = logEnd;
        this.queue = queue;
        this.run = run;
        this.secrets = secrets;
        this.clock = clock;
        this.audiences = audiences;
        this.enabled = config.webhooks().enabled();
        this.pollMillis = config.publisher().pollInterval().toMillis();
        this.thread =
                new LeaderThread(
                        "webhook-sender",
                        jdbi,
                        LOCK,
                        config.publisher().takeoverInterval(),
                        this::send);
    }

    void start(@Observes StartupEvent startup) {
        if (audiences.isResolvable() && enabled) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.stop();
    }

    /// True while this is the instance that sends.
    public boolean isLeading() {
        return thread.isLeading();
    }

    private void send(Leadership leadership) {
        secrets.sealAll(leadership.handle());
        leadership.handle().execute("listen " + CommitNotifier.CHANNEL);
        thread.begun();
        var isOver = new AtomicBoolean();
        try {
            while (!thread.isStopped()) {
                List<Pending> active = queue.pending(leadership.handle());
                if (active.isEmpty()) {
                    // Nobody is to be told, so commits do not matter.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pollMillis));
                } else {
                    Instant now = clock.instant();
                    beginWhatIsDue(active, logEnd.look(leadership.handle()), now, isOver);
                    LockSupport.parkNanos(GATHERING.toNanos());
                    leadership.awaitNotification(millisToWait(active, now));
                }
            }
        } finally {
            isOver.set(true);
        }
    }

    private void beginWhatIsDue(List<Pending> active, long end, Instant now, AtomicBoolean isOver) {
        active.stream()
                .filter(webhook -> queue.hasWork(webhook, end, now))
                .forEach(webhook -> begin(webhook, isOver));
    }

    private int millisToWait(List<Pending> pending, Instant now) {
        long untilNext =
                pending.stream()
                        .map(Pending::next)
                        .filter(Objects::nonNull)
                        .filter(next -> next.isAfter(now))
                        .mapToLong(next -> Duration.between(now, next).toMillis())
                        .min()
                        .orElse(pollMillis);
        // The driver does not wait at all with 0.
        return (int) Math.max(1, Math.min(untilNext, pollMillis));
    }

    private void begin(Pending webhook, AtomicBoolean isOver) {
        if (atWork.add(webhook.id())) {
            Thread.ofVirtual().name("webhook-" + webhook.id()).start(() -> workOn(webhook, isOver));
        }
    }

    private void workOn(Pending webhook, AtomicBoolean isOver) {
        try {
            run.untilNothingIsDue(
                    webhook.id(),
                    audiences.get().of(webhook.owner()),
                    () -> isOver.get() || thread.isStopped());
        } catch (RuntimeException e) {
            LOG.warnf("Sending to a webhook pauses: %s", Outage.of(e));
        } finally {
            atWork.remove(webhook.id());
        }
    }
}
