package cme.credit.completion;

import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Column;
import cme.chassis.chain.CurrentRows.Field;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;

/// The current completions must agree with the last revisions in the event log.
final class CompletionRows {

    @Produces
    @Singleton
    static CurrentRows rows() {
        return new CurrentRows(
                "completion",
                List.of(
                        new Column("diplomate_id", "text"),
                        new Column("completed_on", "date"),
                        new Column("id", "uuid")),
                "r.diplomate_id",
                "e.type like 'cme.credit.completion.%'",
                List.of(new Field("e.payload ->> 'id'", "r.id::text")),
                "r.id = case when pg_input_is_valid(e.payload ->> 'id', 'uuid') then (e.payload ->> 'id')::uuid end",
                List.of(
                        Field.of("revision", "r.revision"),
                        Field.of("status", "r.status"),
                        Field.of("diplomateId", "r.diplomate_id"),
                        Field.of("activity", "r.activity"),
                        Field.of("title", "r.title"),
                        Field.of("completedOn", "r.completed_on"),
                        Field.of("session", "r.session"),
                        Field.of("credits", "r.credits"),
                        Field.of("patientSafetyCredits", "r.patient_safety_credits"),
                        Field.of("category", "r.category"),
                        Field.of("provider", "r.provider"),
                        Field.of("poster", "split_part(r.poster, ':', 1)"),
                        Field.of("externalId", "r.external_id"),
                        Field.of("roster", "r.roster"),
                        Field.ofInstant("recordedAt", "r.recorded_at"),
                        Field.of("recordedBy", "r.recorded_by"),
                        Field.of("reason", "r.reason")));
    }
}
