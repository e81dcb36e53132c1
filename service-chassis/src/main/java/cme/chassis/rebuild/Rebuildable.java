package cme.chassis.rebuild;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// How what a service keeps of a topic is made anew. The beans of this type are rebuilt together.
///
/// @param <T> the service's own reading of an event
public interface Rebuildable<T> {

    /// The topic that all of it comes from.
    String topic();

    /// What is to be made anew; everything else stays as it is.
    List<CopyTable> tables();

    /// Reads one event as the projection does.
    ///
    /// @throws UnreadableEvent with the reason, when it cannot be read or is of an unknown type
    T read(ReceivedEvent event) throws UnreadableEvent;

    /// Stores events and draws no conclusions. Only [#tables()] can be reached: they are the new
    /// ones, under their usual names.
    void store(Handle transaction, List<T> events);

    /// Surrounds the exchange, in its transaction: takes the locks that the service takes to change
    /// these tables, runs it, and sees to it that conclusions are drawn again.
    ///
    /// @param subjects whom or what it changes anything about; empty when all was right
    void exchange(Handle transaction, Set<String> subjects, Runnable exchange);
}
