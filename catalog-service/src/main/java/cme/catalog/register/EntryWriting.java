package cme.catalog.register;

import cme.catalog.activity.Activity;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Cap;
import cme.catalog.activity.Description;
import cme.catalog.activity.ProcedureCode;
import cme.catalog.activity.Retirement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes entries set by set: three statements, however many there are.
final class EntryWriting {

    private static final String UPSERT =
            """
            insert into activity (
                code, title, provider, type, url, credits, patient_safety_credits,
                credits_confirmed, once_per, cap_group, offered_from, offered_until, status,
                retired_on, retirement_reason, revision, recorded_at, recorded_by, words)
            select code, title, provider, type, url, credits, safety, confirmed, once_per, cap,
                "from", until, status, retired_on, retirement_reason, revision, at, by,
                activity_words(code, title, provider, procedures::text[])
            from unnest(
                :code::text[], :title::text[], :provider::text[], :type::text[], :url::text[],
                :credits::numeric[], :safety::numeric[], :confirmed::boolean[],
                :oncePer::text[], :cap::text[], :from::date[], :until::date[],
                :status::text[], :retiredOn::date[], :retirementReason::text[],
                :revision::int[], :at::timestamptz[], :by::text[], :procedures::text[])
                as row (code, title, provider, type, url, credits, safety, confirmed, once_per,
                    cap, "from", until, status, retired_on, retirement_reason, revision, at, by,
                    procedures)
            on conflict (code) do update set
                title = excluded.title, provider = excluded.provider, type = excluded.type,
                url = excluded.url, credits = excluded.credits,
                patient_safety_credits = excluded.patient_safety_credits,
                credits_confirmed = excluded.credits_confirmed, once_per = excluded.once_per,
                cap_group = excluded.cap_group, offered_from = excluded.offered_from,
                offered_until = excluded.offered_until, status = excluded.status,
                retired_on = excluded.retired_on, retirement_reason = excluded.retirement_reason,
                revision = excluded.revision, recorded_at = excluded.recorded_at,
                recorded_by = excluded.recorded_by, words = excluded.words
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

    private EntryWriting() {}

    /// @return how many could be written, because they follow what is there
    static int upsert(Handle handle, List<Entry> entries) {
        var statement = handle.createUpdate(UPSERT);
        var columns = new Columns<>(statement, entries);
        columns.bind("code", Entry::code)
                .bind("title", said(Description::title))
                .bind("provider", said(Description::provider))
                .bind("type", said(Description::type))
                .bind("url", said(Description::url))
                .bind("credits", said(Description::credits))
                .bind("safety", said(Description::patientSafetyCredits))
                .bind("confirmed", said(Description::creditsConfirmed))
                .bind("oncePer", said(Description::oncePer))
                .bind("cap", said(d -> group(d.cap())))
                .bind("from", said(Description::offeredFrom))
                .bind("until", said(Description::offeredUntil))
                .bind("status", e -> Status.of(e.activity()))
                .bind("retiredOn", retirement(Retirement::on))
                .bind("retirementReason", retirement(Retirement::reason))
                .bind("revision", Entry::revision)
                .bind("at", Entry::recordedAt)
                .bind("by", Entry::recordedBy)
                .bind("procedures", e -> literal(e.activity().approvals().stream()));
        return statement.execute();
    }

    static void replaceApprovals(Handle handle, List<Entry> entries) {
        var rows =
                entries.stream()
                        .flatMap(
                                e ->
                                        e.activity().approvals().stream()
                                                .map(a -> new Row(e.code(), a)))
                        .toList();
        handle.createUpdate(DELETE_APPROVALS)
                .bind("codes", entries.stream().map(Entry::code).toArray(String[]::new))
                .bind(
                        "ids",
                        rows.stream().map(r -> r.approval().id().toString()).toArray(String[]::new))
                .execute();
        var statement = handle.createUpdate(UPSERT_APPROVALS);
        var columns = new Columns<>(statement, rows);
        columns.bind("id", r -> r.approval().id())
                .bind("activity", Row::activity)
                .bind("purpose", r -> r.approval().purpose())
                .bind("procedures", r -> literal(Stream.of(r.approval())))
                .bind("from", r -> r.approval().span().from())
                .bind("until", r -> r.approval().span().until());
        statement.execute();
    }

    /// What was said of the activity itself; a retirement is kept beside it.
    private static Function<Entry, @Nullable Object> said(
            Function<Description, @Nullable Object> field) {
        return entry ->
                field.apply(
                        switch (entry.activity()) {
                            case Activity.Current current -> current.description();
                            case Activity.Retired retired -> retired.before().description();
                        });
    }

    private static Function<Entry, @Nullable Object> retirement(
            Function<Retirement, Object> field) {
        return entry ->
                switch (entry.activity()) {
                    case Activity.Current _ -> null;
                    case Activity.Retired retired -> field.apply(retired.retirement());
                };
    }

    private static @Nullable String group(@Nullable Cap cap) {
        return cap == null ? null : cap.group();
    }

    /// An array literal; the codes hold nothing that would have to be quoted.
    private static String literal(Stream<Approval> approvals) {
        return approvals
                .flatMap(a -> a.procedures().stream())
                .map(ProcedureCode::value)
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
