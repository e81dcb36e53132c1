package cme.credit.completion;

import cme.chassis.eventlog.EventLog;
import cme.credit.completion.Completion.Content;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

import java.time.ZoneOffset;

/// Writes a completion that came alone, and its event, in one statement of plain values: a set of
/// one row takes the database longer to unpack than to store.
final class OneWriting {
    private static final String INSERT =
            """
            with fresh as (
                insert into completion (id, revision, status, diplomate_id, activity, title, completed_on, credits,
                    patient_safety_credits, category, provider, poster, external_id, content_hash, recorded_at,
                    recorded_by)
                values (:id, :revision, :status, :diplomateId, :activity, :title, :completedOn, :credits, :safety,
                    :category, :provider, :poster, :externalId, :hash, :at, :by))
            """
                    + EventLog.APPEND_ONE;

    private OneWriting() {}

    static void of(Handle transaction, EventLog log, Completions.New row) {
        Completion completion = row.completion();
        Content content = completion.content();
        Credits safety = content.patientSafetyCredits();
        Update insert = transaction.createUpdate(INSERT);
        insert.bind("id", completion.id())
                .bind("revision", completion.revision())
                .bind("status", completion.status().name())
                .bind("diplomateId", completion.diplomateId())
                .bind("activity", content.activity())
                .bind("title", content.title())
                .bind("completedOn", content.completedOn())
                .bind("credits", content.credits().amount())
                .bind("safety", safety == null ? null : safety.amount())
                .bind("category", content.category())
                .bind("provider", content.provider())
                .bind("poster", completion.poster().key())
                .bind("externalId", completion.externalId())
                .bind("hash", row.contentHash())
                .bind("at", completion.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("by", completion.recordedBy());
        log.execute(transaction, insert, CompletionEvent.logged(completion));
    }
}
