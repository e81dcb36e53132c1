package cme.credit.merge;

import cme.credit.merge.Merge.Saying;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the board said of who is whom. Nothing is removed.
@Singleton
final class Merges {
    private static final String INSERT =
            """
            insert into identity_merge (id, diplomate_id, into_id, reason, merged_at, merged_by)
            values (:id, :diplomate, :into, :reason, :at, :by)
            """;

    private static final String WITHDRAW =
            """
            update identity_merge set withdrawn_at = :at, withdrawn_by = :by, withdrawal_reason = :reason
            where id = :id and withdrawn_at is null
            """;

    private static final String LATEST =
            """
            select * from identity_merge where diplomate_id = :diplomate
            order by withdrawn_at desc nulls first limit 1
            """;

    private static final String THOSE_BEHIND =
            """
            with recursive behind as (
                select cast(:diplomate as text) as diplomate_id
                union
                select m.diplomate_id from identity_merge m join behind on m.into_id = behind.diplomate_id
                where m.withdrawn_at is null)
            select diplomate_id from behind
            """;

    void insert(Handle transaction, Merge merge) {
        transaction
                .createUpdate(INSERT)
                .bind("id", merge.id())
                .bind("diplomate", merge.diplomateId())
                .bind("into", merge.into())
                .bind("reason", merge.said().reason())
                .bind("at", merge.said().at().atOffset(ZoneOffset.UTC))
                .bind("by", merge.said().by())
                .execute();
    }

    void withdraw(Handle transaction, UUID id, Saying saying) {
        transaction
                .createUpdate(WITHDRAW)
                .bind("id", id)
                .bind("reason", saying.reason())
                .bind("at", saying.at().atOffset(ZoneOffset.UTC))
                .bind("by", saying.by())
                .execute();
    }

    /// The merge that stands, or else the one that was withdrawn last.
    Optional<Merge> latest(Handle handle, String diplomateId) {
        return handle.createQuery(LATEST)
                .bind("diplomate", diplomateId)
                .map((row, _) -> merge(row))
                .findOne();
    }

    /// The diplomate and all who were merged into them, also by way of others.
    Set<String> thoseBehind(Handle handle, String diplomateId) {
        return handle.createQuery(THOSE_BEHIND)
                .bind("diplomate", diplomateId)
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    private static Merge merge(ResultSet row) throws SQLException {
        Saying said = saying(row, "reason", "merged_at", "merged_by");
        Saying withdrawn = saying(row, "withdrawal_reason", "withdrawn_at", "withdrawn_by");
        return new Merge(
                row.getObject("id", UUID.class),
                row.getString("diplomate_id"),
                row.getString("into_id"),
                Objects.requireNonNull(said),
                withdrawn);
    }

    private static @Nullable Saying saying(ResultSet row, String reason, String at, String by)
            throws SQLException {
        OffsetDateTime when = row.getObject(at, OffsetDateTime.class);
        return when == null
                ? null
                : new Saying(row.getString(reason), when.toInstant(), row.getString(by));
    }
}
