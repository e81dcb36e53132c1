package cme.chassis.webhook;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Outage;
import cme.chassis.eventlog.Audience;
import cme.chassis.eventlog.CloudEvent;
import cme.chassis.eventlog.EventReader;
import cme.chassis.eventlog.LogEnd;
import cme.chassis.webhook.WebhookQueue.Due;
import cme.chassis.webhook.WebhookQueue.Target;
import cme.chassis.webhook.WebhookView.DisabledReason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Works on one webhook: takes events from the log, sends those that are due, and records what came
/// of it. No connection to the database is held while a receiver is waited for.
@Singleton
class WebhookRun {

    private static final Logger LOG = Logger.getLogger(WebhookRun.class);

    /// Connections that all webhooks together take from the pool at most.
    private static final int MAX_CONNECTIONS = 4;

    private final Jdbi jdbi;
    private final LogEnd logEnd;
    private final EventReader reader;
    private final WebhookQueue queue;
    private final Webhooks webhooks;
    private final WebhookClient client;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final RetryPolicy retries;
    private final Semaphore connections = new Semaphore(MAX_CONNECTIONS);

    WebhookRun(
            Jdbi jdbi,
            LogEnd logEnd,
            EventReader reader,
            WebhookQueue queue,
            Webhooks webhooks,
            WebhookClient client,
            ObjectMapper mapper,
            Clock clock,
            ChassisConfig config) {
        this.jdbi = jdbi;
        this.logEnd = logEnd;
        this.reader = reader;
        this.queue = queue;
        this.webhooks = webhooks;
        this.client = client;
        this.mapper = mapper;
        this.clock = clock;
        this.retries = new RetryPolicy(config.webhooks());
    }

    /// The delivery that is sent next.
    private record Batch(Target target, List<Due> due) {}

    void untilNothingIsDue(UUID webhook, Audience audience, BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            Optional<Batch> batch = inTransaction(handle -> next(handle, webhook, audience));
            if (batch.isEmpty()) {
                break;
            }
            send(batch.get());
        }
        inTransaction(
                handle -> {
                    queue.prune(handle, webhook);
                    return true;
                });
    }

    /// @return empty when nothing is due
    private Optional<Batch> next(Handle transaction, UUID webhook, Audience audience) {
        Instant now = clock.instant();
        queue.fill(transaction, webhook, audience, reader.types(), logEnd.known(), now);
        List<Due> due = queue.due(transaction, webhook, now);
        return due.isEmpty()
                ? Optional.empty()
                : queue.target(transaction, webhook, now).map(target -> new Batch(target, due));
    }

    private void send(Batch batch) {
        var threads = new ArrayList<Thread>();
        for (Due due : batch.due()) {
            threads.add(Thread.ofVirtual().start(() -> send(batch.target(), due)));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(Target target, Due due) {
        try {
            String body = body(inTransaction(handle -> event(handle, due)));
            WebhookAnswer answer =
                    client.post(target.url(), headers(target, due.eventId(), body), body);
            inTransaction(
                    handle -> {
                        record(handle, target, due, answer);
                        return true;
                    });
        } catch (RuntimeException e) {
            // It is still waiting and is sent again.
            LOG.warnf("A delivery was not recorded and is repeated: %s", Outage.of(e));
        }
    }

    private CloudEvent event(Handle handle, Due due) {
        return due.seq() == null
                ? reader.made(due.eventId(), due.type(), due.subject(), due.createdAt(), "{}")
                : reader.event(handle, due.seq());
    }

    private String body(CloudEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The event cannot be written as JSON", e);
        }
    }

    private Map<String, String> headers(Target target, UUID eventId, String body) {
        String id = eventId.toString();
        Instant now = clock.instant();
        String signature = target.secret().signature(id, now, body);
        WebhookSecret former = target.formerSecret();
        return Map.of(
                "content-type",
                "application/json",
                "user-agent",
                "cme-webhooks/1",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                former == null ? signature : signature + " " + former.signature(id, now, body));
    }

    private void record(Handle handle, Target target, Due due, WebhookAnswer answer) {
        switch (answer) {
            case WebhookAnswer.Accepted(int status) ->
                    queue.delivered(handle, due, status, clock.instant());
            case WebhookAnswer.Gone _ -> {
                queue.failed(handle, due, 410, null, clock.instant(), clock.instant());
                disable(handle, target, DisabledReason.GONE);
            }
            case WebhookAnswer.Refused(int status, Optional<Duration> retryAfter) ->
                    failed(handle, target, due, status, null, retryAfter);
            case WebhookAnswer.Unreachable(String problem) ->
                    failed(handle, target, due, null, problem, Optional.empty());
        }
    }

    private void failed(
            Handle handle,
            Target target,
            Due due,
            @Nullable Integer status,
            @Nullable String problem,
            Optional<Duration> retryAfter) {
        Instant now = clock.instant();
        Instant next = now.plus(retries.pause(due.attempts() + 1, retryAfter));
        queue.failed(handle, due, status, problem, now, next);
        if (due.firstAttemptAt() != null && retries.isOver(due.firstAttemptAt(), now)) {
            disable(handle, target, DisabledReason.FAILING);
        }
    }

    private void disable(Handle handle, Target target, DisabledReason reason) {
        if (webhooks.disable(handle, target.id(), reason, clock.instant())) {
            LOG.warnf(
                    "The webhook %s of %s is disabled: %s", target.name(), target.owner(), reason);
        }
    }

    private <T> T inTransaction(Function<Handle, T> work) {
        connections.acquireUninterruptibly();
        try {
            return jdbi.inTransaction(work::apply);
        } finally {
            connections.release();
        }
    }
}
