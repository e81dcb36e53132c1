package cme.credit.identity;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.secret.KeyRing;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Logs changed identities and tells the listeners, in the transaction that changed them.
@Singleton
final class IdentityChanges {
    static final String EVENT = "cme.credit.identity.changed";

    private final EventLog eventLog;
    private final PersonKeys keys;
    private final List<IdentityListener> listeners;

    IdentityChanges(EventLog eventLog, PersonKeys keys, @All List<IdentityListener> listeners) {
        this.eventLog = eventLog;
        this.keys = keys;
        this.listeners = listeners;
    }

    void log(Handle transaction, List<IdentityView> changed, String by) {
        List<IdentityView> described =
                changed.stream().filter(view -> view.erasedAt() == null).toList();
        Map<String, KeyRing> current =
                described.isEmpty()
                        ? Map.of()
                        : keys.current(
                                transaction,
                                described.stream().map(IdentityView::diplomateId).toList(),
                                described.getFirst().updatedAt());
        eventLog.append(
                transaction, changed.stream().map(view -> event(view, current, by)).toList());
    }

    /// Tells other services into whom the diplomates are merged now, if into anybody.
    void logMerged(Handle transaction, List<IdentityView> changed, String by) {
        eventLog.append(
                transaction, changed.stream().map(view -> IdentityTopic.merged(view, by)).toList());
    }

    /// Tells other services whose data were erased.
    void logErased(Handle transaction, List<IdentityView> erased, String by) {
        eventLog.append(
                transaction, erased.stream().map(view -> IdentityTopic.erased(view, by)).toList());
    }

    /// @param npis that the identities have now or had before: rows may be held because of either
    /// @return how many held rows have found their diplomate
    int tell(
            Handle transaction,
            Collection<String> diplomateIds,
            Stream<@Nullable String> npis,
            Instant at,
            String by) {
        List<String> known = npis.filter(Objects::nonNull).distinct().toList();
        return listeners.stream()
                .mapToInt(listener -> listener.changed(transaction, diplomateIds, known, at, by))
                .sum();
    }

    /// The event stays in the log as an audit trail: no topic takes its type.
    private static NewEvent event(IdentityView identity, Map<String, KeyRing> keys, String by) {
        KeyRing key = keys.get(identity.diplomateId());
        SealedRevision revision =
                key == null ? SealedRevision.erased(identity) : SealedRevision.of(identity, key);
        return new NewEvent(
                identity.diplomateId(), EVENT, revision.payload(), identity.updatedAt(), by);
    }
}
