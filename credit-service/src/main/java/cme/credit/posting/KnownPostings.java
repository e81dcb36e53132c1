package cme.credit.posting;

import cme.credit.completion.Occasion;
import cme.credit.matching.IdentityMatch.HoldReason;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Finds earlier postings, completions and held rows alike.
@Singleton
final class KnownPostings {
    private static final String FIND =
            """
            select external_id, content_hash, id, null as reason, 'COMPLETED' as state, false as same_request
            from completion where poster = :poster and external_id = any(:externalIds)
            union all
            select external_id, content_hash, id, coalesce(closing_reason, reason), state,
                roster is not distinct from cast(:roster as uuid) and roster is not null and posting = :posting
            from held_row
            where poster = :poster and external_id = any(:externalIds) and state in ('WAITING', 'DISCARDED')
            """;

    /// The postings under the poster's `externalId`s, by `externalId`.
    Map<String, KnownPosting> find(Handle handle, Occasion occasion, List<String> externalIds) {
        var found = new HashMap<String, KnownPosting>();
        if (!externalIds.isEmpty()) {
            handle.createQuery(FIND)
                    .bind("poster", occasion.poster().key())
                    .bind("externalIds", externalIds.toArray(String[]::new))
                    .bind("roster", occasion.roster())
                    .bind("posting", occasion.posting())
                    .map((row, _) -> posting(row))
                    .forEach(posting -> found.put(posting.externalId(), posting));
        }
        return found;
    }

    private static KnownPosting posting(ResultSet row) throws SQLException {
        String externalId = row.getString("external_id");
        UUID hash = row.getObject("content_hash", UUID.class);
        UUID id = row.getObject("id", UUID.class);
        String reason = row.getString("reason");
        return switch (row.getString("state")) {
            case "COMPLETED" -> new KnownPosting.Completed(externalId, hash, id);
            case "DISCARDED" -> new KnownPosting.Discarded(externalId, hash, id, reason);
            case "WAITING" ->
                    new KnownPosting.Waiting(
                            externalId,
                            hash,
                            id,
                            HoldReason.valueOf(reason),
                            row.getBoolean("same_request"));
            case String other -> throw new IllegalStateException("Unknown state " + other);
        };
    }
}
