package cme.chassis.projector;

import cme.chassis.database.Outage;
import cme.chassis.kafka.EventKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Applies batches of events, each batch in one transaction with its offsets. An event that cannot
/// be read or applied becomes a dead letter in that transaction, so that nothing waits behind it. A
/// failure that is not the fault of an event is thrown, and the batch has had no effect then: the
/// database or Kafka is away, or another instance has moved the offsets.
///
/// @param <T> an event as the service reads it
public final class BatchApplier<T> {

    private static final Logger LOG = Logger.getLogger(BatchApplier.class);

    /// Reads one event.
    public interface Reader<T> {
        T read(ReceivedEvent event) throws UnreadableEvent;
    }

    private final Jdbi jdbi;
    private final DeadLetters deadLetters;
    private final EventKeys keys;
    private final Offsets offsets;
    private final Reader<T> reader;
    private final BiConsumer<Handle, List<T>> effect;

    /// @param effect applies events in their order, in the transaction of the handle
    public BatchApplier(
            Jdbi jdbi,
            DeadLetters deadLetters,
            EventKeys keys,
            Offsets offsets,
            Reader<T> reader,
            BiConsumer<Handle, List<T>> effect) {
        this.jdbi = jdbi;
        this.deadLetters = deadLetters;
        this.keys = keys;
        this.offsets = offsets;
        this.reader = reader;
        this.effect = effect;
    }

    /// Applies a batch. If it fails because of one of its events, they are applied one by one, so
    /// that only that event becomes a dead letter.
    public void apply(List<ReceivedEvent> events) {
        try {
            transact(events, transaction -> applyReadable(transaction, events));
        } catch (RuntimeException e) {
            requireFaultOfEvent(e);
            events.forEach(this::applyAlone);
        }
    }

    private void applyAlone(ReceivedEvent event) {
        List<ReceivedEvent> alone = List.of(event);
        try {
            transact(alone, transaction -> applyReadable(transaction, alone));
        } catch (RuntimeException e) {
            requireFaultOfEvent(e);
            String reason = logged(event, e);
            transact(alone, transaction -> deadLetters.keep(transaction, event, reason));
        }
    }

    /// Throws the failure on unless an event caused it.
    static void requireFaultOfEvent(RuntimeException failure) {
        if (failure instanceof Offsets.Fenced
                || failure instanceof DeadLetters.NotTaken
                || Outage.isWhateverTheData(failure)) {
            throw failure;
        }
    }

    private void transact(List<ReceivedEvent> events, Consumer<Handle> work) {
        var moved = new HashMap<TopicPartition, Long>();
        events.forEach(
                e -> moved.put(new TopicPartition(e.topic(), e.partition()), e.offset() + 1));
        jdbi.useTransaction(
                handle -> {
                    offsets.move(handle, moved);
                    work.accept(handle);
                });
        offsets.moved(moved);
    }

    private void applyReadable(Handle transaction, List<ReceivedEvent> events) {
        var readable = new ArrayList<T>(events.size());
        for (ReceivedEvent event : events) {
            try {
                readable.add(read(event));
            } catch (UnreadableEvent e) {
                LOG.errorf("Event at %s is a dead letter: %s", event.place(), e.getMessage());
                deadLetters.keep(transaction, event, e.getMessage());
            }
        }
        if (!readable.isEmpty()) {
            effect.accept(transaction, readable);
        }
    }

    /// Applies the event of a dead letter.
    ///
    /// @throws UnreadableEvent when it still cannot be read
    void applyAgain(Handle transaction, ReceivedEvent event) throws UnreadableEvent {
        effect.accept(transaction, List.of(read(event)));
    }

    /// Whoever wrote it, nothing of an event is looked at before its signature holds.
    private T read(ReceivedEvent event) throws UnreadableEvent {
        if (!keys.isAuthentic(event.topic(), event.key(), event.attributes(), event.value())) {
            throw new UnreadableEvent(DeadLetters.NOT_AUTHENTIC);
        }
        try {
            return reader.read(event);
        } catch (IllegalArgumentException refused) {
            throw new UnreadableEvent(String.valueOf(refused.getMessage()));
        }
    }

    /// Logs the failure under an incident number.
    ///
    /// @return the reason that people see, which names the incident and no inner detail
    static String logged(ReceivedEvent event, RuntimeException failure) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "Event at %s is a dead letter, incident %s", event.place(), incident);
        return "It can be read but not be applied, incident " + incident + ".";
    }
}
