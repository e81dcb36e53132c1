package cme.credit.identity;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.json.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Adds and changes identities, and sees to it that held rows are tried again.
@Singleton
public final class IdentityRegister {
    private static final ObjectMapper JSON = StrictJson.mapper();

    private final Jdbi jdbi;
    private final Identities identities;
    private final List<IdentityListener> listeners;
    private final EventLog eventLog;
    private final Clock clock;

    IdentityRegister(
            Jdbi jdbi,
            Identities identities,
            @All List<IdentityListener> listeners,
            EventLog eventLog,
            Clock clock) {
        this.jdbi = jdbi;
        this.identities = identities;
        this.listeners = listeners;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    Optional<Identity> find(String diplomateId) {
        return jdbi.withHandle(handle -> identities.find(handle, diplomateId));
    }

    /// Puts an identity unless the guard refuses.
    ///
    /// @param guard sees what stands and answers why it must not be replaced
    <R> Change<R> put(
            String diplomateId,
            IdentityRequest request,
            String by,
            Function<Identity, Optional<R>> guard) {
        return jdbi.inTransaction(
                handle -> {
                    IdentityLock.forChanging(handle);
                    Optional<Identity> before = identities.find(handle, diplomateId);
                    Optional<Identity> same = before.filter(request::saysNothingNew);
                    if (same.isPresent()) {
                        return new Change.Done<R>(same.get(), Step.UNCHANGED);
                    }
                    Optional<R> refusal = before.flatMap(guard);
                    if (refusal.isPresent()) {
                        return new Change.Refused<R>(refusal.get());
                    }
                    Identity identity = request.identity(diplomateId, before, clock.instant(), by);
                    record(handle, List.of(identity), before.stream().toList());
                    return new Change.Done<R>(identity, Step.of(before));
                });
    }

    /// Puts many identities in one transaction; what says nothing new is left as it is.
    ///
    /// @param requests by diplomateId
    Map<String, Step> putAll(Map<String, IdentityRequest> requests, String by) {
        return jdbi.inTransaction(
                handle -> {
                    IdentityLock.forChanging(handle);
                    Map<String, Identity> before = identities.findAll(handle, requests.keySet());
                    Map<String, Step> steps = new HashMap<>();
                    List<Identity> changed = new ArrayList<>();
                    Instant at = clock.instant();
                    requests.forEach(
                            (id, request) -> {
                                Optional<Identity> old = Optional.ofNullable(before.get(id));
                                if (old.filter(request::saysNothingNew).isPresent()) {
                                    steps.put(id, Step.UNCHANGED);
                                } else {
                                    changed.add(request.identity(id, old, at, by));
                                    steps.put(id, Step.of(old));
                                }
                            });
                    if (!changed.isEmpty()) {
                        record(handle, changed, List.copyOf(before.values()));
                    }
                    return steps;
                });
    }

    /// Says of diplomates who they turned out to be. Held rows that name them or the one who
    /// remains are tried again.
    ///
    /// @param diplomateIds whose everything is the remaining one's from now on; one who remains
    ///   stands for itself again
    /// @return how many held rows have found their diplomate
    public int redirect(
            Handle transaction,
            Collection<String> diplomateIds,
            String remaining,
            Instant at,
            String by) {
        List<Identity> changed =
                identities.findAll(transaction, diplomateIds).values().stream()
                        .map(
                                i ->
                                        i.redirected(
                                                i.diplomateId().equals(remaining)
                                                        ? null
                                                        : remaining,
                                                at,
                                                by))
                        .toList();
        store(transaction, changed);
        Set<String> numbers = identities.numbers(transaction, remaining);
        Collection<Identity> person = identities.findAll(transaction, numbers).values();
        return tellListeners(transaction, person, at, by);
    }

    /// Rows may have been held because of the numbers that somebody had before: these are tried
    /// again too.
    private void record(Handle transaction, List<Identity> changed, List<Identity> before) {
        store(transaction, changed);
        List<Identity> concerned = Stream.concat(changed.stream(), before.stream()).toList();
        Identity first = changed.getFirst();
        tellListeners(transaction, concerned, first.updatedAt(), first.updatedBy());
    }

    private void store(Handle transaction, List<Identity> changed) {
        identities.put(transaction, changed);
        eventLog.append(transaction, changed.stream().map(IdentityRegister::event).toList());
    }

    private int tellListeners(
            Handle transaction, Collection<Identity> concerned, Instant at, String by) {
        List<String> ids = concerned.stream().map(Identity::diplomateId).distinct().toList();
        List<String> npis =
                concerned.stream()
                        .flatMap(identity -> Stream.ofNullable(identity.npi()))
                        .distinct()
                        .toList();
        return listeners.stream()
                .mapToInt(listener -> listener.changed(transaction, ids, npis, at, by))
                .sum();
    }

    /// Stays in the log as its audit trail: no topic takes events of this type.
    private static NewEvent event(Identity identity) {
        try {
            return new NewEvent(
                    identity.diplomateId(),
                    "cme.credit.identity.changed",
                    JSON.writeValueAsString(IdentityView.of(identity)),
                    identity.updatedAt(),
                    identity.updatedBy());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an identity can be written", e);
        }
    }

    /// What was done to an identity.
    enum Step {
        ADDED,
        CHANGED,
        UNCHANGED;

        static Step of(Optional<Identity> before) {
            return before.isPresent() ? CHANGED : ADDED;
        }
    }

    /// What became of a change.
    sealed interface Change<R> {
        record Done<R>(Identity identity, Step step) implements Change<R> {}

        record Refused<R>(R why) implements Change<R> {}
    }
}
