package cme.catalog.activity;

import cme.catalog.activity.Activity.Retirement;
import cme.catalog.procedure.ProcedureCode;
import cme.chassis.database.Columns;
import cme.chassis.database.LostRace;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes many revisions with their approvals in three statements.
final class ActivityWriter {

    private static final String UPSERT =
            """
            insert into activity (
                code, title, provider, type, url, credits, patient_safety_credits,
                credits_confirmed, once_per, cap_group, offered_from, offered_until, status,
                retired_on, retirement_reason, revision, recorded_at, recorded_by, credits_per,
                duration_minutes)
            select code, title, provider, type, url, credits, safety, confirmed, once_per, cap,
                "from", until, status, retired_on, retirement_reason, revision, at, by,
                credits_per, minutes
            from unnest(
                :code::text[], :title::text[], :provider::text[], :type::text[], :url::text[],
                :credits::numeric[], :safety::numeric[], :confirmed::boolean[],
                :oncePer::text[], :cap::text[], :from::date[], :until::date[],
                :status::text[], :retiredOn::date[], :retirementReason::text[],
                :revision::int[], :at::timestamptz[], :by::text[],
                :creditsPer::text[], :minutes::int[])
                as row (code, title, provider, type, url, credits, safety, confirmed, once_per,
                    cap, "from", until, status, retired_on, retirement_reason, revision, at, by,
                    credits_per, minutes)
            on conflict (code) do update set
                title = excluded.title, provider = excluded.provider, type = excluded.type,
                url = excluded.url, credits = excluded.credits,
                patient_safety_credits = excluded.patient_safety_credits,
                credits_confirmed = excluded.credits_confirmed, once_per = excluded.once_per,
                cap_group = excluded.cap_group, offered_from = excluded.offered_from,
                offered_until = excluded.offered_until, status = excluded.status,
                retired_on = excluded.retired_on, retirement_reason = excluded.retirement_reason,
                revision = excluded.revision, recorded_at = excluded.recorded_at,
                recorded_by = excluded.recorded_by, credits_per = excluded.credits_per,
                duration_minutes = excluded.duration_minutes
            where activity.revision = excluded.revision - 1
            """;

    private static final String DELETE_APPROVALS =
            "delete from approval where activity = any(:codes) and id <> all(:ids::uuid[])";

    private static final String UPSERT_APPROVALS =
            """
            insert into approval (id, activity, purpose, procedures, from_date, until_date)
            select id, activity, purpose, procedures::text[], "from", until
            from unnest(
                :id::uuid[], :activity::text[], :purpose::text[], :procedures::text[],
                :from::date[], :until::date[])
                as row (id, activity, purpose, procedures, "from", until)
            on conflict (id) do update set
                purpose = excluded.purpose, procedures = excluded.procedures,
                from_date = excluded.from_date, until_date = excluded.until_date
            where (approval.purpose, approval.procedures, approval.from_date, approval.until_date)
                is distinct from (excluded.purpose, excluded.procedures, excluded.from_date,
                    excluded.until_date)
            """;

    private record Row(String activity, Approval approval) {}

    private ActivityWriter() {}

    /// Writes approvals first, because the database makes the search words of an activity when its
    /// row is written.
    ///
    /// @throws LostRace when a revision does not follow the current one
    static void write(Handle transaction, List<ActivityRevision> revisions) {
        replaceApprovals(transaction, revisions);
        if (upsert(transaction, revisions) != revisions.size()) {
            throw new LostRace();
        }
    }

    private static int upsert(Handle transaction, List<ActivityRevision> revisions) {
        return transaction
                .createUpdate(UPSERT)
                .bind("code", Columns.of(revisions, ActivityRevision::code))
                .bind("title", described(revisions, Description::title))
                .bind("provider", described(revisions, Description::provider))
                .bind("type", described(revisions, Description::type))
                .bind("url", described(revisions, Description::url))
                .bind("credits", described(revisions, Description::credits))
                .bind("safety", described(revisions, Description::patientSafetyCredits))
                .bind("confirmed", described(revisions, Description::creditsConfirmed))
                .bind("oncePer", described(revisions, Description::oncePer))
                .bind("creditsPer", described(revisions, Description::creditsPer))
                .bind("cap", described(revisions, d -> d.cap() == null ? null : d.cap().group()))
                .bind("from", described(revisions, Description::offeredFrom))
                .bind("until", described(revisions, Description::offeredUntil))
                .bind("minutes", described(revisions, d -> LearningTime.minutes(d.duration())))
                .bind("status", Columns.of(revisions, r -> r.activity().status()))
                .bind("retiredOn", retirements(revisions, Retirement::on))
                .bind("retirementReason", retirements(revisions, Retirement::reason))
                .bind("revision", Columns.of(revisions, ActivityRevision::number))
                .bind("at", Columns.of(revisions, ActivityRevision::recordedAt))
                .bind("by", Columns.of(revisions, ActivityRevision::recordedBy))
                .execute();
    }

    private static void replaceApprovals(Handle transaction, List<ActivityRevision> revisions) {
        List<Row> rows =
                revisions.stream()
                        .flatMap(
                                r ->
                                        r.activity().approvals().stream()
                                                .map(a -> new Row(r.code(), a)))
                        .toList();
        String[] ids = Columns.of(rows, r -> r.approval().id());
        transaction
                .createUpdate(DELETE_APPROVALS)
                .bind("codes", Columns.of(revisions, ActivityRevision::code))
                .bind("ids", ids)
                .execute();
        transaction
                .createUpdate(UPSERT_APPROVALS)
                .bind("id", ids)
                .bind("activity", Columns.of(rows, Row::activity))
                .bind("purpose", Columns.of(rows, r -> r.approval().purpose()))
                .bind("procedures", Columns.of(rows, r -> literal(r.approval())))
                .bind("from", Columns.of(rows, r -> r.approval().span().from()))
                .bind("until", Columns.of(rows, r -> r.approval().span().until()))
                .execute();
    }

    /// The description without the effect of a retirement, which has columns of its own.
    private static @Nullable String[] described(
            List<ActivityRevision> revisions, Function<Description, @Nullable Object> field) {
        return Columns.of(
                revisions, r -> field.apply(r.activity().beforeRetirement().description()));
    }

    private static @Nullable String[] retirements(
            List<ActivityRevision> revisions, Function<Retirement, Object> field) {
        return Columns.of(
                revisions,
                r ->
                        switch (r.activity()) {
                            case Activity.Current _ -> null;
                            case Activity.Retired retired -> field.apply(retired.retirement());
                        });
    }

    /// An array literal; codes hold nothing that has to be quoted.
    private static String literal(Approval approval) {
        return approval.procedures().stream()
                .map(ProcedureCode::value)
                .collect(Collectors.joining(",", "{", "}"));
    }
}
