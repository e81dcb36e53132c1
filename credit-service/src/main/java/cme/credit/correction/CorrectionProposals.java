package cme.credit.correction;

import cme.chassis.http.PageRequest;
import cme.credit.access.Poster;
import cme.credit.completion.StoredJson;
import cme.credit.correction.CorrectionProposalView.State;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The proposed corrections, as the database keeps them.
@Singleton
final class CorrectionProposals {
    private static final UUID FIRST = new UUID(0, 0);

    private static final String SUPERSEDE =
            """
            update correction_proposal set state = 'SUPERSEDED', decided_at = :at, decided_by = :by
            where completion = :completion and state = 'PROPOSED'
            """;

    private static final String INSERT =
            """
            insert into correction_proposal (id, completion, revision, poster, correction, state, proposed_at,
                proposed_by)
            values (:id, :completion, :revision, :poster, cast(:correction as jsonb), 'PROPOSED', :at, :by)
            """;

    private static final String SAME =
            """
            select * from correction_proposal
            where completion = :completion and revision = :revision and state = 'PROPOSED'
                and correction = cast(:correction as jsonb)
            """;

    private static final String LIST =
            """
            select * from correction_proposal
            where id > :after and (cast(:state as text) is null or state = :state)
                and (cast(:poster as text) is null or poster = :poster)
                and (cast(:completion as uuid) is null or completion = :completion)
            order by id limit :limit
            """;

    private static final String DECIDE =
            """
            update correction_proposal set state = :state, decided_at = :at, decided_by = :by, decision_reason = :reason
            where id = :id
            """;

    /// A proposal as it is made.
    ///
    /// @param revision of the completion
    /// @param correction the body as JSON
    record Made(
            UUID id,
            UUID completion,
            int revision,
            Poster poster,
            String correction,
            Instant at,
            String by) {}

    /// A proposal and the body that was sent.
    record Kept(CorrectionProposalView view, String correction) {}

    /// The same proposal, if it still waits.
    Optional<Kept> same(Handle handle, Made made) {
        return handle.createQuery(SAME)
                .bind("completion", made.completion())
                .bind("revision", made.revision())
                .bind("correction", made.correction())
                .map((row, _) -> kept(row))
                .findOne();
    }

    /// Takes the place of a proposal of the same completion that still waits.
    void add(Handle transaction, Made made) {
        OffsetDateTime at = made.at().atOffset(ZoneOffset.UTC);
        transaction
                .createUpdate(SUPERSEDE)
                .bind("completion", made.completion())
                .bind("at", at)
                .bind("by", made.by())
                .execute();
        transaction
                .createUpdate(INSERT)
                .bind("id", made.id())
                .bind("completion", made.completion())
                .bind("revision", made.revision())
                .bind("poster", made.poster().key())
                .bind("correction", made.correction())
                .bind("at", at)
                .bind("by", made.by())
                .execute();
    }

    Optional<Kept> find(Handle handle, UUID id) {
        return handle.createQuery("select * from correction_proposal where id = :id")
                .bind("id", id)
                .map((row, _) -> kept(row))
                .findOne();
    }

    Optional<Kept> lock(Handle transaction, UUID id) {
        return transaction
                .createQuery("select * from correction_proposal where id = :id for update")
                .bind("id", id)
                .map((row, _) -> kept(row))
                .findOne();
    }

    void decide(Handle transaction, UUID id, State state, String reason, Instant at, String by) {
        transaction
                .createUpdate(DECIDE)
                .bind("id", id)
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .execute();
    }

    /// A page, the oldest first.
    List<CorrectionProposalView> list(
            Handle handle, CorrectionProposalFilter filter, PageRequest page) {
        return filter.bind(handle.createQuery(LIST))
                .bind("after", page.after() == null ? FIRST : UUID.fromString(page.after().part(0)))
                .bind("limit", page.rowsToFetch())
                .map((row, _) -> kept(row).view())
                .list();
    }

    static Kept kept(ResultSet row) throws SQLException {
        String correction = row.getString("correction");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Kept(
                new CorrectionProposalView(
                        row.getObject("id", UUID.class),
                        row.getObject("completion", UUID.class),
                        row.getInt("revision"),
                        State.valueOf(row.getString("state")),
                        Poster.ofKey(row.getString("poster")).provider(),
                        StoredJson.read(correction, ProposedCorrection.class),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        decidedAt == null ? null : decidedAt.toInstant(),
                        row.getString("decision_reason")),
                correction);
    }
}
