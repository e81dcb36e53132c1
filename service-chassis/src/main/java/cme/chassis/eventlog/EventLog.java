package cme.chassis.eventlog;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Transactions;
import cme.chassis.problem.TooLarge;
import cme.chassis.tracing.Tracing;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The append-only log of a service's events. Writing to it is part of the transaction that makes
/// the change.
@Singleton
public class EventLog {

    /// What is not text is cast row by row: to cast an array makes another array first.
    private static final String APPEND =
            """
            insert into event_log (key, type, payload, recorded_at, recorded_by, traceparent)
            select key, type, payload::jsonb, recorded_at::timestamptz, recorded_by,
                coalesce(traceparent, :here)
            from unnest(
                :keys::text[], :types::text[], :payloads::text[], :times::text[], :by::text[],
                :traceparents::text[])
                as event (key, type, payload, recorded_at, recorded_by, traceparent)
            """;

    private final Transactions transactions;
    private final CommitNotifier notifier;
    private final Tracing tracing;
    private final long maxMessageBytes;

    EventLog(
            Transactions transactions,
            CommitNotifier notifier,
            Tracing tracing,
            ChassisConfig config) {
        this.transactions = transactions;
        this.notifier = notifier;
        this.tracing = tracing;
        this.maxMessageBytes = config.topics().maxMessageSize().asLongValue();
    }

    /// Appends in the given order, in one statement. Publishing begins when the transaction of the
    /// handle commits.
    ///
    /// @throws TooLarge when one of them could never be published; nothing is appended then
    public void append(Handle transaction, List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        events.forEach(this::requireWithinLimit);
        transaction
                .createUpdate(APPEND)
                .bind("keys", array(events.stream().map(NewEvent::key)))
                .bind("types", array(events.stream().map(NewEvent::type)))
                .bind("payloads", array(events.stream().map(NewEvent::payload)))
                .bind(
                        "times",
                        array(
                                events.stream()
                                        .map(
                                                e ->
                                                        e.recordedAt()
                                                                .atOffset(ZoneOffset.UTC)
                                                                .toString())))
                .bind("by", array(events.stream().map(NewEvent::recordedBy)))
                .bind("traceparents", array(events.stream().map(NewEvent::traceparent)))
                .bind("here", tracing.here())
                .execute();
        transactions.afterCommit(transaction, notifier::wakePublisher);
    }

    private void requireWithinLimit(NewEvent event) {
        if (!MessageSize.isSurelyWithin(event, maxMessageBytes)
                && MessageSize.bound(event) > maxMessageBytes) {
            throw new TooLarge(
                    ("What would stand after this change is too large to be passed on: at most %,d"
                                    + " bytes are. Nothing was changed.")
                            .formatted(maxMessageBytes));
        }
    }

    private static @Nullable String[] array(Stream<? extends @Nullable String> values) {
        return values.toArray(String[]::new);
    }
}
