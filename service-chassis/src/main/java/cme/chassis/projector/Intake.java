package cme.chassis.projector;

import cme.chassis.database.Outage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Takes events in batches, each in one transaction with its offsets. What cannot be read or
/// applied becomes a dead letter in that transaction, so that nothing waits behind it; whatever is
/// not the fault of an event - the database or Kafka is away, another instance has moved the
/// offsets - is thrown, and nothing of the batch has happened then.
///
/// @param <T> the consumer's own reading of an event
public final class Intake<T> {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    /// How an event is understood.
    public interface Reading<T> {
        T read(ReceivedEvent event) throws UnreadableEvent;
    }

    /// What readable events do, in their order.
    public interface Effect<T> {
        void apply(Handle transaction, List<T> events);
    }

    private interface Step {
        void take(Handle transaction);
    }

    private final Jdbi jdbi;
    private final DeadLetters deadLetters;
    private final Offsets offsets;
    private final Reading<T> reading;
    private final Effect<T> effect;

    public Intake(
            Jdbi jdbi,
            DeadLetters deadLetters,
            Offsets offsets,
            Reading<T> reading,
            Effect<T> effect) {
        this.jdbi = jdbi;
        this.deadLetters = deadLetters;
        this.offsets = offsets;
        this.reading = reading;
        this.effect = effect;
    }

    public void take(List<ReceivedEvent> events) {
        try {
            transact(events, handle -> applyReadable(handle, events));
        } catch (RuntimeException e) {
            if (isNoFaultOfAnEvent(e)) {
                throw e;
            }
            takeOneByOne(events);
        }
    }

    /// One event of the batch is poison: finds out which, and lets the others pass in their order.
    private void takeOneByOne(List<ReceivedEvent> events) {
        for (var event : events) {
            try {
                transact(List.of(event), handle -> applyReadable(handle, List.of(event)));
            } catch (RuntimeException e) {
                if (isNoFaultOfAnEvent(e)) {
                    throw e;
                }
                var reason = inWords(event, e);
                transact(List.of(event), handle -> deadLetters.keep(handle, event, reason));
            }
        }
    }

    static boolean isNoFaultOfAnEvent(RuntimeException e) {
        return e instanceof Offsets.Fenced
                || e instanceof DeadLetters.NotTaken
                || Outage.isWhateverTheData(e);
    }

    private void transact(List<ReceivedEvent> events, Step step) {
        var moved = new HashMap<TopicPartition, Long>();
        events.forEach(
                e -> moved.put(new TopicPartition(e.topic(), e.partition()), e.offset() + 1));
        jdbi.useTransaction(
                handle -> {
                    offsets.move(handle, moved);
                    step.take(handle);
                });
        offsets.moved(moved);
    }

    private void applyReadable(Handle transaction, List<ReceivedEvent> events) {
        var readable = new ArrayList<T>(events.size());
        for (var event : events) {
            try {
                readable.add(read(event));
            } catch (UnreadableEvent e) {
                LOG.errorf("Event at %s is a dead letter: %s", event.place(), e.getMessage());
                deadLetters.keep(transaction, event, e.getMessage());
            }
        }
        if (!readable.isEmpty()) {
            effect.apply(transaction, readable);
        }
    }

    /// Applies one event that came earlier.
    ///
    /// @throws UnreadableEvent when it still cannot be read
    void again(Handle transaction, ReceivedEvent event) throws UnreadableEvent {
        effect.apply(transaction, List.of(read(event)));
    }

    private T read(ReceivedEvent event) throws UnreadableEvent {
        try {
            return reading.read(event);
        } catch (IllegalArgumentException refused) {
            throw new UnreadableEvent(String.valueOf(refused.getMessage()));
        }
    }

    /// The reason that people see; what exactly happened is in the log.
    static String inWords(ReceivedEvent event, RuntimeException failure) {
        var incident = UUID.randomUUID();
        LOG.errorf(failure, "Event at %s is a dead letter, incident %s", event.place(), incident);
        return "It can be read but not be applied, incident " + incident + ".";
    }
}
