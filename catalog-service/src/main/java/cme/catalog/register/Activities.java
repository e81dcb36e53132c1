package cme.catalog.register;

import cme.catalog.activity.ActivityCode;
import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The activities as they are now. Whatever is saved here is in the log with it.
@Singleton
public class Activities {

    private final EventLog log;
    private final ObjectMapper mapper;

    Activities(EventLog log, ObjectMapper mapper) {
        this.log = log;
        this.mapper = mapper;
    }

    public Optional<Entry> find(Handle handle, ActivityCode code) {
        return Optional.ofNullable(find(handle, List.of(code.value())).get(code.value()));
    }

    /// @return by code, in the order of the codes given; without those that do not exist
    public Map<String, Entry> find(Handle handle, Collection<String> codes) {
        return EntryRows.read(handle, codes, false);
    }

    /// As [#find], and nobody else changes them before the transaction is over.
    public Map<String, Entry> lock(Handle transaction, Collection<String> codes) {
        return EntryRows.read(transaction, codes, true);
    }

    /// Keeps the revisions and logs their events. Each must follow what the register holds, which
    /// is sure after [#lock].
    ///
    /// @throws LostRace when one does not follow: somebody else made the same first revision
    public void save(Handle transaction, List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return;
        }
        var entries = revisions.stream().map(Revision::entry).toList();
        if (EntryWriting.upsert(transaction, entries) != entries.size()) {
            throw new LostRace();
        }
        EntryWriting.replaceApprovals(transaction, entries);
        log.append(transaction, revisions.stream().flatMap(r -> events(r).stream()).toList());
    }

    private List<NewEvent> events(Revision revision) {
        var events = new ArrayList<NewEvent>();
        var state = ActivityEvent.of(revision.entry());
        events.add(event(revision, revision.occasion().eventType(), state));
        if (revision.reason() != null) {
            var reason = new Reason(revision.entry().revision(), revision.reason());
            events.add(event(revision, Occasion.REASON_TYPE, reason));
        }
        return events;
    }

    /// What is logged beside the event; the topic does not carry it.
    private record Reason(int revision, String reason) {}

    private NewEvent event(Revision revision, String type, Object payload) {
        var entry = revision.entry();
        try {
            return new NewEvent(
                    entry.code(),
                    type,
                    mapper.writeValueAsString(payload),
                    entry.recordedAt(),
                    entry.recordedBy());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written as JSON", e);
        }
    }
}
