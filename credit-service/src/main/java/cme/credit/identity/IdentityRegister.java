package cme.credit.identity;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.LoggedEvent;
import cme.chassis.json.StrictJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.All;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Adds and changes identities, and sees to it that held rows are tried again.
@Singleton
final class IdentityRegister {
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
                    int revision = before.map(Identity::revision).orElse(0) + 1;
                    Identity identity =
                            request.identity(diplomateId, revision, clock.instant(), by);
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
                                    int revision = old.map(Identity::revision).orElse(0) + 1;
                                    changed.add(request.identity(id, revision, at, by));
                                    steps.put(id, Step.of(old));
                                }
                            });
                    if (!changed.isEmpty()) {
                        record(handle, changed, List.copyOf(before.values()));
                    }
                    return steps;
                });
    }

    /// Rows may have been held because of the numbers that somebody had before: these are tried
    /// again too.
    private void record(Handle transaction, List<Identity> changed, List<Identity> before) {
        identities.put(transaction, changed);
        eventLog.append(transaction, changed.stream().map(IdentityRegister::event).toList());
        List<String> ids = changed.stream().map(Identity::diplomateId).toList();
        List<String> npis =
                Stream.concat(changed.stream(), before.stream())
                        .flatMap(identity -> Stream.ofNullable(identity.npi()))
                        .distinct()
                        .toList();
        Instant at = changed.getFirst().updatedAt();
        String by = changed.getFirst().updatedBy();
        listeners.forEach(listener -> listener.changed(transaction, ids, npis, at, by));
    }

    /// Stays in the log as its audit trail: no topic takes events of this type.
    private static LoggedEvent event(Identity identity) {
        try {
            return new LoggedEvent(
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
