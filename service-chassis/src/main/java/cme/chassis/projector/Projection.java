package cme.chassis.projector;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// What a service makes of the events of one topic. A bean of this type is run by the chassis.
///
/// @param <T> the consumer's own reading of an event
public interface Projection<T> {

    /// The topic to consume, all partitions of it, from its beginning.
    String topic();

    /// Reads one event.
    ///
    /// @throws UnreadableEvent with the reason, when it cannot be read or is of an unknown type
    T read(ReceivedEvent event) throws UnreadableEvent;

    /// Applies events in the given order, in the transaction of the handle. May be called again
    /// with events that were applied before: a revision that is not newer than what is stored is
    /// ignored. An exception that is no outage of the database sends the event that causes it to
    /// the dead letters.
    void apply(Handle transaction, List<T> events);

    /// The same while at least another batch waits behind these events: what follows from them may
    /// be put off here, so that it is done once and not once a batch. Nobody may be told anything
    /// wrong meanwhile. By default nothing is put off.
    default void applyBehind(Handle transaction, List<T> events) {
        apply(transaction, events);
    }
}
