package cme.compliance.merge;

import static cme.compliance.diplomate.Rows.instant;
import static cme.compliance.diplomate.Rows.utc;

import cme.chassis.http.PageRequest;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Lists where the records of two merged numbers differ, until the board has decided: it records
/// what it wants at the survivor, or says that the survivor's own is right.
@Singleton
class MergeContradictions {

    /// @param survivorValue null where the merged number's value has no place in the cycle of the
    ///   survivor
    /// @param survivorRevision 0 where the survivor never had a value
    record Found(
            DiplomateId survivor,
            DiplomateId merged,
            RecordKind kind,
            String subject,
            @Nullable String survivorValue,
            String mergedValue,
            int survivorRevision) {}

    private static final String FOUND =
            """
            insert into merge_contradiction (diplomate_id, merged, kind, subject, survivor_value,
                merged_value, survivor_revision, found_at)
            values (:survivor, :merged, :kind, :subject, :own, :their, :revision, :at)
            on conflict (diplomate_id, merged, kind, subject) where resolved_at is null do nothing
            """;

    private static final String LIST =
            """
            select * from open_merge_contradiction where id > :after order by id limit :limit
            """;

    private static final String RESOLVE =
            """
            update merge_contradiction set resolved_at = :at, resolved_by = :by, reason = :reason
            where id = :id and resolved_at is null
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Jdbi jdbi;
    private final BoardClock clock;

    MergeContradictions(Jdbi jdbi, BoardClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void found(Handle transaction, Found found, Instant at) {
        transaction
                .createUpdate(FOUND)
                .bind("survivor", found.survivor().value())
                .bind("merged", found.merged().value())
                .bind("kind", found.kind().name())
                .bind("subject", found.subject())
                .bind("own", found.survivorValue())
                .bind("their", found.mergedValue())
                .bind("revision", found.survivorRevision())
                .bind("at", utc(at))
                .execute();
    }

    /// Two who are two people again contradict each other no more.
    void settleSeparated(Handle transaction, DiplomateId survivor, DiplomateId merged, Instant at) {
        transaction.execute(
                """
                update merge_contradiction
                set resolved_at = ?, resolved_by = 'merge withdrawn', reason = 'Merge withdrawn'
                where diplomate_id = ? and merged = ? and resolved_at is null
                """,
                utc(at),
                survivor.value(),
                merged.value());
    }

    /// Those that the board has not decided about.
    List<MergeContradictionView> open(@Nullable UUID after, PageRequest page) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(LIST)
                                .bind("after", after == null ? FIRST : after)
                                .bind("limit", page.rowsToFetch())
                                .map((row, _) -> view(row))
                                .list());
    }

    /// Says that the survivor's own value is right. One that is resolved already stays as it is.
    ///
    /// @return empty when there is no such contradiction
    Optional<MergeContradictionView> keepOwn(UUID id, String reason, String by) {
        return jdbi.inTransaction(
                transaction -> {
                    transaction
                            .createUpdate(RESOLVE)
                            .bind("id", id)
                            .bind("at", utc(clock.now()))
                            .bind("by", by)
                            .bind("reason", reason)
                            .execute();
                    return transaction
                            .createQuery("select * from merge_contradiction where id = :id")
                            .bind("id", id)
                            .map((row, _) -> view(row))
                            .findOne();
                });
    }

    private static MergeContradictionView view(ResultSet row) throws SQLException {
        OffsetDateTime resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
        return new MergeContradictionView(
                row.getObject("id", UUID.class),
                row.getString("diplomate_id"),
                row.getString("merged"),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("survivor_value"),
                row.getString("merged_value"),
                instant(row, "found_at"),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                row.getString("resolved_by"),
                row.getString("reason"));
    }
}
