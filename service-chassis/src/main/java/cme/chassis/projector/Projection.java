package cme.chassis.projector;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Keeps what a service needs of the events of one topic. The chassis runs every bean of this type.
///
/// @param <T> an event as the service reads it
public interface Projection<T> {

    /// The topic to consume: all its partitions, from the beginning.
    String topic();

    /// Reads one event.
    ///
    /// @throws UnreadableEvent with the reason, when it cannot be read or is of an unknown type
    T read(ReceivedEvent event) throws UnreadableEvent;

    /// Applies events in the given order, in the transaction of the handle. It may be called again
    /// with events that were applied before, so it must ignore a revision that is not newer than
    /// the stored one. An exception that is not an outage of the database makes the event that
    /// causes it a dead letter.
    void apply(Handle transaction, List<T> events);

    /// Applies events while at least one more batch waits behind them. Work that follows from the
    /// events may be postponed here, so that it is done once and not for every batch, provided that
    /// no answer is wrong in the meantime. By default nothing is postponed.
    default void applyBehind(Handle transaction, List<T> events) {
        apply(transaction, events);
    }
}
