package cme.chassis.health;

import cme.chassis.chain.ChainProgress;
import cme.chassis.chain.ChainWriter;
import cme.chassis.chain.Findings;
import cme.chassis.chain.LogVerifier;
import cme.chassis.chain.Verifications;
import cme.chassis.eventlog.Backlog;
import cme.chassis.eventlog.Publisher;
import cme.chassis.eventlog.TopicRecord;
import cme.chassis.feed.ChangeFeed;
import cme.chassis.http.Admission;
import cme.chassis.projector.DeadLetters;
import cme.chassis.projector.ProjectionProgress;
import cme.chassis.projector.Projectors;
import cme.chassis.webhook.WebhookHealth;
import cme.chassis.webhook.WebhookSender;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.time.Duration;

/// Metrics for operations: the delay of published and consumed events, and the requests in work.
@Singleton
class ChassisMetrics {

    private final MeterRegistry registry;
    private final Projectors projectors;
    private final Publisher publisher;
    private final Backlog backlog;
    private final DeadLetters deadLetters;
    private final TopicRecord topics;
    private final Admission admission;
    private final ChangeFeed feed;
    private final WebhookSender webhookSender;
    private final WebhookHealth webhooks;
    private final ChainWriter chainWriter;
    private final LogVerifier verifier;
    private final ChainProgress chain;
    private final Findings findings;
    private final Verifications verifications;

    ChassisMetrics(
            MeterRegistry registry,
            Projectors projectors,
            Publisher publisher,
            Backlog backlog,
            DeadLetters deadLetters,
            TopicRecord topics,
            Admission admission,
            ChangeFeed feed,
            WebhookSender webhookSender,
            WebhookHealth webhooks,
            ChainWriter chainWriter,
            LogVerifier verifier,
            ChainProgress chain,
            Findings findings,
            Verifications verifications) {
        this.registry = registry;
        this.projectors = projectors;
        this.publisher = publisher;
        this.backlog = backlog;
        this.deadLetters = deadLetters;
        this.topics = topics;
        this.admission = admission;
        this.feed = feed;
        this.webhookSender = webhookSender;
        this.webhooks = webhooks;
        this.chainWriter = chainWriter;
        this.verifier = verifier;
        this.chain = chain;
        this.findings = findings;
        this.verifications = verifications;
    }

    void register(@Observes StartupEvent startup) {
        registry.gauge("cme.publisher.leading", publisher, p -> p.isLeading() ? 1 : 0);
        registry.gauge("cme.publisher.unpublished", backlog, Backlog::events);
        registry.gauge("cme.publisher.age.seconds", backlog, b -> seconds(b.age()));
        registry.gauge("cme.requests.in.work", admission, Admission::inWork);
        FunctionCounter.builder("cme.requests.refused", admission, Admission::refused)
                .register(registry);
        registry.gauge("cme.feed.waiting", feed, ChangeFeed::waiting);
        registry.gauge("cme.webhooks.sending", webhookSender, s -> s.isLeading() ? 1 : 0);
        registry.gauge("cme.webhooks.waiting", webhooks, WebhookHealth::waiting);
        registry.gauge("cme.webhooks.disabled", webhooks, WebhookHealth::disabled);
        registry.gauge("cme.webhooks.failing.seconds", webhooks, w -> seconds(w.failing()));
        registry.gauge("cme.chain.writing", chainWriter, w -> w.isLeading() ? 1 : 0);
        registry.gauge("cme.chain.checking", verifier, v -> v.isLeading() ? 1 : 0);
        registry.gauge("cme.chain.stalled.seconds", chain, c -> seconds(c.stalled()));
        registry.gauge("cme.chain.unsigned.seconds", chain, c -> seconds(c.sinceCheckpoint()));
        registry.gauge("cme.chain.unsigned.entries", chain, ChainProgress::unsignedEntries);
        registry.gauge("cme.chain.unchecked.seconds", verifier, v -> seconds(v.sinceRound()));
        registry.gauge(
                "cme.chain.uncompared.seconds", verifier, v -> seconds(v.sincePublishedCompared()));
        registry.gauge("cme.chain.verification.findings", verifications, Verifications::foundLast);
        registry.gauge("cme.chain.findings", findings, Findings::count);
        registry.gauge("cme.dead.letters", deadLetters, DeadLetters::open);
        registry.gauge("cme.dead.letters.not.authentic", deadLetters, DeadLetters::notAuthentic);
        registry.gauge("cme.publisher.topics.lost", topics, TopicRecord::recentlyLost);
        for (ProjectionProgress progress : projectors.progress()) {
            Tags tags = Tags.of("topic", progress.topic());
            registry.gauge("cme.projection.lag", tags, progress, ProjectionProgress::lag);
            registry.gauge("cme.projection.lag.seconds", tags, progress, p -> seconds(p.behind()));
            registry.gauge("cme.projection.applied", tags, progress, ProjectionProgress::applied);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
