package cme.credit.merge;

import cme.credit.identity.Person;
import cme.credit.identity.PersonalDataStore;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The merges of a person's numbers. A withdrawn merge with somebody else is not shown: its other
/// number is theirs.
@Singleton
final class MergeData implements PersonalDataStore {
    private static final String LIST =
            """
            select * from identity_merge
            where diplomate_id = any(:numbers) and into_id = any(:numbers) and id::text > :after
            order by id::text limit :limit
            """;

    private static final String ERASE =
            """
            update identity_merge set reason = :erased,
                withdrawal_reason = case when withdrawal_reason is not null then :erased end
            where (diplomate_id = any(:numbers) or into_id = any(:numbers)) and reason <> :erased
            """;

    private static final String ERASED = "Erased";

    /// A merge, as the person reads it.
    private record Merged(
            String diplomateId,
            String into,
            String reason,
            Instant mergedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawalReason) {}

    @Override
    public Kind kind() {
        return Kind.MERGE;
    }

    @Override
    public List<Datum> list(Handle handle, Person person, String after, int limit) {
        return handle.createQuery(LIST)
                .bind("numbers", Person.array(person.numbers()))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new Datum(row.getString("id"), merged(row)))
                .list();
    }

    private static Merged merged(ResultSet row) throws SQLException {
        OffsetDateTime withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Merged(
                row.getString("diplomate_id"),
                row.getString("into_id"),
                row.getString("reason"),
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                withdrawnAt == null ? null : withdrawnAt.toInstant(),
                row.getString("withdrawal_reason"));
    }

    /// The board's reasons tend to name both names of a person.
    @Override
    public int erase(Handle transaction, Person person, Erasure erasure) {
        return transaction
                .createUpdate(ERASE)
                .bind("numbers", Person.array(person.numbers()))
                .bind("erased", ERASED)
                .execute();
    }
}
