package cme.credit.completion;

import cme.chassis.json.StrictJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;

import java.util.List;

/// Every revision of a completion there ever was, from the log of events, which nothing is ever
/// removed from.
@Singleton
final class Revisions {
    private static final ObjectMapper JSON = StrictJson.mapper();

    private static final String OF_COMPLETION =
            """
            select payload from event_log
            where key = :diplomate and payload ->> 'id' = :id and type like 'cme.credit.completion.%'
            order by seq
            """;

    /// From the first to the current one.
    List<CompletionView> of(Handle handle, Completion completion) {
        return handle.createQuery(OF_COMPLETION)
                .bind("diplomate", completion.diplomateId())
                .bind("id", completion.id().toString())
                .mapTo(String.class)
                .map(Revisions::read)
                .list();
    }

    private static CompletionView read(String payload) {
        try {
            return JSON.readValue(payload, CompletionView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a logged revision can be read", e);
        }
    }
}
