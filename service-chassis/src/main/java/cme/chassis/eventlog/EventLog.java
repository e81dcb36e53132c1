package cme.chassis.eventlog;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Columns;
import cme.chassis.database.Transactions;
import cme.chassis.problem.TooLarge;
import cme.chassis.tracing.Tracing;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The append-only log of a service's events. An event is appended in the transaction that makes
/// the change.
@Singleton
public class EventLog {

    /// Columns are cast row by row, because casting an array would make another array first.
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

    /// Appends the events in the given order, in one statement. They are published after the
    /// transaction of the handle has committed.
    ///
    /// @throws TooLarge when an event is too large to be published; nothing is appended then
    public void append(Handle transaction, List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        events.forEach(this::requireWithinLimit);
        transaction
                .createUpdate(APPEND)
                .bind("keys", Columns.of(events, NewEvent::key))
                .bind("types", Columns.of(events, NewEvent::type))
                .bind("payloads", Columns.of(events, NewEvent::payload))
                .bind("times", Columns.of(events, NewEvent::recordedAt))
                .bind("by", Columns.of(events, NewEvent::recordedBy))
                .bind("traceparents", Columns.of(events, NewEvent::traceparent))
                .bind("here", tracing.here())
                .execute();
        transactions.afterCommit(transaction, notifier::notifyPublisher);
    }

    private void requireWithinLimit(NewEvent event) {
        if (!MessageSize.isSurelyWithin(event, maxMessageBytes)
                && MessageSize.bound(event) > maxMessageBytes) {
            throw new TooLarge(
                    ("The result of this change is too large to be published: at most %,d bytes are"
                                    + " allowed. Nothing was changed.")
                            .formatted(maxMessageBytes));
        }
    }
}
