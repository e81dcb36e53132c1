package cme.chassis.webhook;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Transactions;
import cme.chassis.eventlog.CommitNotifier;
import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.EventReader;
import cme.chassis.eventlog.LogEnd;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.json.JsonBody;
import cme.chassis.webhook.WebhookDeliveries.Listed;
import cme.chassis.webhook.WebhookOutcome.Created;
import cme.chassis.webhook.WebhookOutcome.Disabled;
import cme.chassis.webhook.WebhookOutcome.Kept;
import cme.chassis.webhook.WebhookOutcome.Sending;
import cme.chassis.webhook.WebhookOutcome.Stale;
import cme.chassis.webhook.WebhookOutcome.TooMany;
import cme.chassis.webhook.WebhookView.State;
import cme.chassis.webhook.Webhooks.Stored;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Keeps the webhooks of each owner. A change is logged with it, without the secret; the topic does
/// not carry it.
@Singleton
public class WebhookService {

    private static final String PUT = "cme.webhook.put";
    private static final String SECRET_CHANGED = "cme.webhook.secret-changed";
    private static final String DELETED = "cme.webhook.deleted";

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final EventLog log;
    private final EventReader reader;
    private final LogEnd logEnd;
    private final CommitNotifier notifier;
    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final ChassisConfig.Webhooks config;

    WebhookService(
            Jdbi jdbi,
            Transactions transactions,
            EventLog log,
            EventReader reader,
            LogEnd logEnd,
            CommitNotifier notifier,
            Webhooks webhooks,
            WebhookDeliveries deliveries,
            ObjectMapper mapper,
            Clock clock,
            ChassisConfig config) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.log = log;
        this.reader = reader;
        this.logEnd = logEnd;
        this.notifier = notifier;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.mapper = mapper;
        this.clock = clock;
        this.config = config.webhooks();
    }

    WebhookRequest read(JsonBody body) {
        return body.read(
                fields -> WebhookRequest.read(fields, reader.types(), config.anyAddress()));
    }

    Optional<WebhookView> find(String owner, String name) {
        return jdbi.withHandle(handle -> webhooks.find(handle, owner, name)).map(Stored::view);
    }

    List<WebhookView> list(String owner, String after, int limit) {
        return jdbi.withHandle(handle -> webhooks.list(handle, owner, after, limit));
    }

    /// Adds or changes a webhook, and enables one that was disabled. A new one is told of what
    /// comes from now on, one that was disabled goes on where it was.
    WebhookOutcome put(
            String owner, String name, WebhookRequest request, IfMatch ifMatch, String by) {
        long end = logEnd.look();
        return transactions.call(
                transaction -> {
                    Instant now = clock.instant();
                    Optional<Stored> found = webhooks.lock(transaction, owner, name);
                    if (found.isEmpty()) {
                        ifMatch.requireNoneOf("webhook " + name);
                        return create(transaction, owner, name, request, end, now, by);
                    }
                    WebhookView before = found.get().view();
                    if (isSame(request, before)) {
                        return new Kept(before);
                    }
                    if (!ifMatch.matches(before.revision())) {
                        return new Stale(ETag.of(before.revision()));
                    }
                    webhooks.update(transaction, found.get().id(), request, now, by);
                    return new Kept(logged(transaction, PUT, owner, name, now, by));
                });
    }

    private static boolean isSame(WebhookRequest request, WebhookView before) {
        return before.state() == State.ACTIVE
                && before.url().equals(request.url())
                && before.types().equals(request.types());
    }

    private WebhookOutcome create(
            Handle transaction,
            String owner,
            String name,
            WebhookRequest request,
            long end,
            Instant now,
            String by) {
        if (webhooks.count(transaction, owner) >= config.maxPerOwner()) {
            return new TooMany(config.maxPerOwner());
        }
        var secret = WebhookSecret.generate();
        webhooks.insert(transaction, owner, name, request, secret, end, now, by);
        return new Created(logged(transaction, PUT, owner, name, now, by).withSecret(secret));
    }

    /// The former secret signs beside the new one for a while.
    ///
    /// @return the webhook with its new secret; empty when there is no such webhook
    Optional<WebhookView> changeSecret(String owner, String name, String by) {
        return transactions.call(
                transaction ->
                        webhooks.lock(transaction, owner, name)
                                .map(
                                        found -> {
                                            Instant now = clock.instant();
                                            var secret = WebhookSecret.generate();
                                            Instant until = now.plus(config.secretOverlap());
                                            webhooks.rotate(
                                                    transaction, found, secret, until, now, by);
                                            return logged(
                                                            transaction,
                                                            SECRET_CHANGED,
                                                            owner,
                                                            name,
                                                            now,
                                                            by)
                                                    .withSecret(secret);
                                        }));
    }

    /// Removes the webhook with what waits for it. Nothing happens when there is none, because it
    /// may have been removed already.
    ///
    /// @param reason why it is removed; null if nobody said
    /// @return the version there is when the caller has seen another one; empty when it is removed
    Optional<Stale> delete(
            String owner, String name, IfMatch ifMatch, @Nullable String reason, String by) {
        return transactions.call(
                transaction ->
                        webhooks.lock(transaction, owner, name)
                                .flatMap(
                                        found -> {
                                            long revision = found.view().revision();
                                            if (!ifMatch.matches(revision)) {
                                                return Optional.of(new Stale(ETag.of(revision)));
                                            }
                                            logged(
                                                    transaction,
                                                    DELETED,
                                                    owner,
                                                    name,
                                                    reason,
                                                    clock.instant(),
                                                    by);
                                            webhooks.delete(transaction, found.id());
                                            return Optional.empty();
                                        }));
    }

    /// @return empty when there is no such webhook
    Optional<WebhookOutcome> test(String owner, String name) {
        return send(
                owner,
                name,
                (transaction, webhook) ->
                        Optional.of(deliveries.test(transaction, webhook, name, clock.instant())));
    }

    /// @return empty when there is no such webhook or delivery
    Optional<WebhookOutcome> resend(String owner, String name, UUID event) {
        return send(
                owner,
                name,
                (transaction, webhook) ->
                        deliveries.resend(transaction, webhook, event, clock.instant()));
    }

    private interface Sent {
        Optional<WebhookDelivery> queue(Handle transaction, UUID webhook);
    }

    private Optional<WebhookOutcome> send(String owner, String name, Sent sent) {
        return transactions.call(
                transaction -> {
                    transactions.afterCommit(transaction, notifier::notifyPublisher);
                    return webhooks.lock(transaction, owner, name)
                            .flatMap(
                                    found ->
                                            found.view().state() == State.DISABLED
                                                    ? Optional.of(new Disabled())
                                                    : sent.queue(transaction, found.id())
                                                            .map(Sending::new));
                });
    }

    /// @return empty when there is no such webhook
    Optional<List<Listed>> deliveries(
            String owner,
            String name,
            long before,
            WebhookDelivery.@Nullable State state,
            int limit) {
        return jdbi.withHandle(
                handle ->
                        webhooks.find(handle, owner, name)
                                .map(
                                        found ->
                                                deliveries.list(
                                                        handle, found.id(), before, state, limit)));
    }

    private record Logged(
            String owner,
            String name,
            String url,
            List<String> types,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}

    private WebhookView logged(
            Handle transaction, String type, String owner, String name, Instant now, String by) {
        return logged(transaction, type, owner, name, null, now, by);
    }

    /// Logs the change and returns the webhook as it is now.
    private WebhookView logged(
            Handle transaction,
            String type,
            String owner,
            String name,
            @Nullable String reason,
            Instant now,
            String by) {
        WebhookView view = webhooks.find(transaction, owner, name).orElseThrow().view();
        var payload = new Logged(owner, name, view.url(), view.types(), reason);
        try {
            log.append(
                    transaction,
                    List.of(
                            new NewEvent(
                                    "webhook " + owner + " " + name,
                                    type,
                                    mapper.writeValueAsString(payload),
                                    now,
                                    by)));
            return view;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The webhook cannot be written as JSON", e);
        }
    }
}
