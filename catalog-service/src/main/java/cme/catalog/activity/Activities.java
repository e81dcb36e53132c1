package cme.catalog.activity;

import cme.chassis.database.LostRace;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the current revisions of activities, and records those of many at once.
@Singleton
public class Activities {

    private final ActivityEvents events;

    Activities(ActivityEvents events) {
        this.events = events;
    }

    public Optional<ActivityRevision> find(Handle handle, ActivityCode code) {
        return ActivityRows.read(handle, List.of(code.value())).values().stream().findFirst();
    }

    /// @return by code, in the order of the codes given; without those that do not exist
    public Map<String, ActivityRevision> find(Handle handle, Collection<String> codes) {
        return ActivityRows.read(handle, codes);
    }

    public Optional<ActivityRevision> lock(Handle transaction, ActivityCode code) {
        lock(transaction, List.of(code.value()));
        return find(transaction, code);
    }

    /// Keeps others from changing the activities before the transaction ends. Providers and tracer
    /// procedures are locked before activities, and cap groups after them, so that no two
    /// transactions wait for each other.
    public void lock(Handle transaction, Collection<String> codes) {
        ActivityRows.lock(transaction, codes);
    }

    /// Records many changes and logs their events. Each must follow the current revision, which is
    /// certain after [#lock].
    ///
    /// @throws LostRace when one does not follow: somebody else recorded the same first revision
    public void record(Handle transaction, List<ActivityChange> changes) {
        if (!changes.isEmpty()) {
            ActivityWriter.write(
                    transaction, changes.stream().map(ActivityChange::revision).toList());
            events.append(transaction, changes);
        }
    }
}
