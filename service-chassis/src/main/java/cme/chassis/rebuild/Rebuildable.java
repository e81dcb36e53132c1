package cme.chassis.rebuild;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Describes how the tables of a projection are rebuilt from their topic. All beans of this type
/// are rebuilt together.
///
/// @param <T> an event as the service reads it
public interface Rebuildable<T> {

    /// The topic that the tables are filled from.
    String topic();

    /// The tables to rebuild. Other tables stay unchanged.
    List<CopyTable> tables();

    /// Reads one event as the projection does.
    ///
    /// @throws UnreadableEvent with the reason, when it cannot be read or is of an unknown type
    T read(ReceivedEvent event) throws UnreadableEvent;

    /// Stores events without any further effect. Only the new tables of [#tables()] can be reached,
    /// under their usual names.
    void store(Handle transaction, List<T> events);

    /// Runs the exchange in its transaction: takes the locks that the service takes to change these
    /// tables, runs the exchange, and arranges that the further effects are computed again.
    ///
    /// @param subjects the subjects whose rows change; empty when all rows are right
    void exchange(Handle transaction, Set<String> subjects, Runnable exchange);
}
