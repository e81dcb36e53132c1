package cme.catalog.reference;

import cme.catalog.reference.PutOutcome.Created;
import cme.catalog.reference.PutOutcome.Kept;
import cme.catalog.reference.PutOutcome.Stale;
import cme.chassis.database.Transactions;
import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/// Adds and changes reference data. A change is logged with it; the topic does not carry it.
@Singleton
public class ReferenceService {

    private final Transactions transactions;
    private final EventLog log;
    private final ObjectMapper mapper;
    private final Clock clock;

    ReferenceService(Transactions transactions, EventLog log, ObjectMapper mapper, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// @param create makes a new record with the code
    /// @param eventType the type of the event that is logged
    public <E extends ReferenceRecord<R, V>, R, V> PutOutcome<V> put(
            ReferenceRecords<E> records,
            Function<String, E> create,
            String eventType,
            String code,
            R request,
            IfMatch ifMatch,
            String by) {
        return transactions.call(
                transaction -> {
                    E found = records.lock(code).orElse(null);
                    if (found != null && found.says(request)) {
                        return new Kept<>(found.view(), ETag.of(found.revision()));
                    }
                    if (found != null && !ifMatch.matches(found.revision())) {
                        return new Stale<>(ETag.of(found.revision()));
                    }
                    if (found == null) {
                        ifMatch.requireNoneOf(code);
                    }
                    E record = found == null ? create.apply(code) : found;
                    record.change(request, clock.instant(), by);
                    records.persistAndFlush(record);
                    V view = record.view();
                    log.append(transaction, List.of(event(eventType, record, view)));
                    var tag = ETag.of(record.revision());
                    return found == null ? new Created<>(view, tag) : new Kept<>(view, tag);
                });
    }

    private NewEvent event(String type, ReferenceRecord<?, ?> record, Object view) {
        try {
            return new NewEvent(
                    record.code(),
                    type,
                    mapper.writeValueAsString(view),
                    record.recordedAt(),
                    record.recordedBy());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The event cannot be written as JSON", e);
        }
    }
}
