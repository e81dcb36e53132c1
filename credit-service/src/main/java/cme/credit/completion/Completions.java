package cme.credit.completion;

import cme.chassis.database.Columns;
import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.credit.completion.Completion.Content;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.posting.KnownPosting;
import cme.credit.posting.KnownPosting.What;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The completions in their current state.
@Singleton
public final class Completions {
    /// What stands under a poster's `:externalIds`.
    private static final String STANDINGS =
            """
            select external_id, content_hash, id, null as reason, 'COMPLETED' as state, false as fresh
            from completion where poster = :poster and external_id = any(:externalIds)
            union all
            select external_id, content_hash, id, coalesce(closing_reason, reason), state,
                roster is not distinct from cast(:roster as uuid) and roster is not null and posting = :posting
            from held_row
            where poster = :poster and external_id = any(:externalIds) and state in ('WAITING', 'DISCARDED')
            """;

    /// What is not text is cast row by row: to cast an array makes another array first.
    private static final String INSERT =
            """
            insert into completion (id, revision, status, diplomate_id, activity, title, completed_on, credits,
                patient_safety_credits, category, provider, poster, external_id, content_hash, roster, recorded_at,
                recorded_by, reason)
            select id::uuid, revision::int, status, diplomate, activity, title, day::date, credits::numeric,
                safety::numeric, category, provider, poster, external_id, hash::uuid, roster::uuid,
                recorded_at::timestamptz, recorded_by, reason
            from unnest(
                :ids::text[], :revisions::text[], :statuses::text[], :diplomates::text[], :activities::text[],
                :titles::text[], :days::text[], :credits::text[], :safety::text[], :categories::text[],
                :providers::text[], :posters::text[], :externalIds::text[], :hashes::text[], :rosters::text[],
                :times::text[], :by::text[], :reasons::text[])
                as n (id, revision, status, diplomate, activity, title, day, credits, safety, category, provider, poster,
                    external_id, hash, roster, recorded_at, recorded_by, reason)
            """;

    private static final String REPLACE =
            """
            update completion set
                revision = n.revision, status = n.status, diplomate_id = n.diplomate, activity = n.activity,
                title = n.title, completed_on = n.completed_on, credits = n.credits, patient_safety_credits = n.safety,
                category = n.category, provider = n.provider, recorded_at = n.recorded_at,
                recorded_by = n.recorded_by, reason = n.reason
            from unnest(
                :ids::uuid[], :revisions::int[], :statuses::text[], :diplomates::text[], :activities::text[],
                :titles::text[], :days::date[], :credits::numeric[], :safety::numeric[], :categories::text[],
                :providers::text[], :times::timestamptz[], :by::text[], :reasons::text[])
                as n (id, revision, status, diplomate, activity, title, completed_on, credits, safety, category, provider,
                    recorded_at, recorded_by, reason)
            where completion.id = n.id and completion.revision = n.revision - 1
            """;

    /// A completion that is not stored yet, and the hash of what was posted.
    public record New(Completion completion, UUID contentHash) {}

    /// Empty also when the text is no id.
    public Optional<Completion> find(Handle handle, String id) {
        try {
            return find(handle, UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Completion> find(Handle handle, UUID id) {
        return handle.createQuery("select * from completion where id = :id")
                .bind("id", id)
                .map((row, _) -> completion(row))
                .findOne();
    }

    /// What stands under a poster's `externalId`s, completions and held rows alike.
    public Map<String, KnownPosting> standings(
            Handle handle, Occasion occasion, Collection<String> externalIds) {
        Map<String, KnownPosting> standings = new HashMap<>();
        if (!externalIds.isEmpty()) {
            handle.createQuery(STANDINGS)
                    .bind("poster", occasion.poster().key())
                    .bind("externalIds", externalIds.toArray(String[]::new))
                    .bind("roster", occasion.roster())
                    .bind("posting", occasion.posting())
                    .map((row, _) -> standing(row))
                    .forEach(standing -> standings.put(standing.externalId(), standing));
        }
        return standings;
    }

    /// A page of what the filter lets through, in the order of completion date and id.
    List<Completion> list(Handle handle, CompletionFilter filter, PageRequest page) {
        Cursor after = page.after();
        return handle.createQuery(CompletionFilter.LIST)
                .bindMap(filter.parameters())
                .bind("afterDay", after == null ? null : after.part(0))
                .bind("afterId", after == null ? null : after.part(1))
                .bind("limit", page.rowsToFetch())
                .map((row, _) -> completion(row))
                .list();
    }

    public void insert(Handle transaction, List<New> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Completion> completions = rows.stream().map(New::completion).toList();
        List<Content> contents = completions.stream().map(Completion::content).toList();
        transaction
                .createUpdate(INSERT)
                .bind("ids", Columns.of(completions, Completion::id))
                .bind("revisions", Columns.of(completions, Completion::revision))
                .bind("statuses", Columns.of(completions, Completion::status))
                .bind("diplomates", Columns.of(completions, Completion::diplomateId))
                .bind("activities", Columns.of(contents, Content::activity))
                .bind("titles", Columns.of(contents, Content::title))
                .bind("days", Columns.of(contents, Content::completedOn))
                .bind("credits", Columns.of(contents, Content::credits))
                .bind("safety", Columns.of(contents, Content::patientSafetyCredits))
                .bind("categories", Columns.of(contents, Content::category))
                .bind("providers", Columns.of(contents, Content::provider))
                .bind("posters", Columns.of(completions, c -> c.poster().key()))
                .bind("externalIds", Columns.of(completions, Completion::externalId))
                .bind("hashes", Columns.of(rows, New::contentHash))
                .bind("rosters", Columns.of(completions, Completion::roster))
                .bind("times", Columns.of(completions, Completion::recordedAt))
                .bind("by", Columns.of(completions, Completion::recordedBy))
                .bind("reasons", Columns.of(completions, Completion::reason))
                .execute();
    }

    /// The current revision, which stays it until the transaction is over.
    public Optional<Completion> lock(Handle transaction, UUID id) {
        return transaction
                .createQuery("select * from completion where id = :id for update")
                .bind("id", id)
                .map((row, _) -> completion(row))
                .findOne();
    }

    /// Up to `limit` recorded completions of a roster with ids after the given one, locked in the
    /// order of their ids.
    public List<Completion> lockOfRoster(Handle transaction, UUID roster, UUID after, int limit) {
        return transaction
                .createQuery(
                        """
                        select * from completion
                        where roster = :roster and id > :after and status = 'RECORDED'
                        order by id limit :limit for update
                        """)
                .bind("roster", roster)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> completion(row))
                .list();
    }

    /// Everything of a diplomate, locked in the order of the ids.
    public List<Completion> lockOfDiplomate(Handle transaction, String diplomateId) {
        return transaction
                .createQuery(
                        "select * from completion where diplomate_id = :id order by id for update")
                .bind("id", diplomateId)
                .map((row, _) -> completion(row))
                .list();
    }

    /// Everything that a merge moved, locked in the order of the ids.
    public List<Completion> lockMoved(Handle transaction, UUID merge) {
        return transaction
                .createQuery(
                        """
                        select * from completion
                        where id in (select completion from completion_moved where merge = :merge)
                        order by id for update
                        """)
                .bind("merge", merge)
                .map((row, _) -> completion(row))
                .list();
    }

    /// Puts new revisions in the place of those before them.
    public void replace(Handle transaction, List<Completion> revisions) {
        if (revisions.isEmpty()) {
            return;
        }
        List<Content> contents = revisions.stream().map(Completion::content).toList();
        transaction
                .createUpdate(REPLACE)
                .bind("ids", Columns.of(revisions, Completion::id))
                .bind("revisions", Columns.of(revisions, Completion::revision))
                .bind("statuses", Columns.of(revisions, Completion::status))
                .bind("diplomates", Columns.of(revisions, Completion::diplomateId))
                .bind("activities", Columns.of(contents, Content::activity))
                .bind("titles", Columns.of(contents, Content::title))
                .bind("days", Columns.of(contents, Content::completedOn))
                .bind("credits", Columns.of(contents, Content::credits))
                .bind("safety", Columns.of(contents, Content::patientSafetyCredits))
                .bind("categories", Columns.of(contents, Content::category))
                .bind("providers", Columns.of(contents, Content::provider))
                .bind("times", Columns.of(revisions, Completion::recordedAt))
                .bind("by", Columns.of(revisions, Completion::recordedBy))
                .bind("reasons", Columns.of(revisions, Completion::reason))
                .execute();
    }

    private static KnownPosting standing(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        What what =
                switch (row.getString("state")) {
                    case "COMPLETED" -> new What.Completed(id);
                    case "DISCARDED" -> new What.Discarded(id, row.getString("reason"));
                    case "WAITING" ->
                            new What.Waiting(
                                    id,
                                    HoldReason.valueOf(row.getString("reason")),
                                    row.getBoolean("fresh"));
                    case String other -> throw new IllegalStateException("state " + other);
                };
        return new KnownPosting(
                row.getString("external_id"), row.getObject("content_hash", UUID.class), what);
    }

    static Completion completion(ResultSet row) throws SQLException {
        Content content =
                new Content(
                        row.getString("activity"),
                        row.getString("title"),
                        row.getObject("completed_on", LocalDate.class),
                        Credits.of(row.getBigDecimal("credits")),
                        credits(row.getBigDecimal("patient_safety_credits")),
                        row.getString("category"),
                        row.getString("provider"));
        return new Completion(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                Completion.Status.valueOf(row.getString("status")),
                row.getString("diplomate_id"),
                content,
                Poster.ofKey(row.getString("poster")),
                row.getString("external_id"),
                row.getObject("roster", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("reason"));
    }

    private static @Nullable Credits credits(@Nullable BigDecimal amount) {
        return amount == null ? null : Credits.of(amount);
    }
}
