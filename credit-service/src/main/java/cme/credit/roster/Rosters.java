package cme.credit.roster;

import cme.chassis.http.PageRequest;
import cme.chassis.json.Ids;
import cme.credit.access.Poster;
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

/// The rosters that were posted.
@Singleton
final class Rosters {
    /// Finds nothing also when the text is no id.
    Optional<Roster> find(Handle handle, String id) {
        return Ids.find(id)
                .flatMap(
                        uuid ->
                                handle.createQuery("select * from roster where id = :id")
                                        .bind("id", uuid)
                                        .map((row, _) -> roster(row))
                                        .findOne());
    }

    Optional<Roster> find(Handle handle, Poster poster, String externalId) {
        return handle.createQuery(
                        "select * from roster where poster = :poster and external_id = :externalId")
                .bind("poster", poster.key())
                .bind("externalId", externalId)
                .map((row, _) -> roster(row))
                .findOne();
    }

    Roster.Status status(Handle handle, UUID id) {
        return handle.createQuery("select status from roster where id = :id")
                .bind("id", id)
                .mapTo(Roster.Status.class)
                .one();
    }

    void insert(Handle transaction, Roster roster) {
        transaction
                .createUpdate(
                        """
                        insert into roster values
                            (:id, :poster, :externalId, :postings, :revision, :status, :at, :by)
                        """)
                .bind("id", roster.id())
                .bind("poster", roster.poster().key())
                .bind("externalId", roster.externalId())
                .bind("postings", roster.postings())
                .bind("revision", roster.revision())
                .bind("status", roster.status().name())
                .bind("at", roster.receivedAt().atOffset(ZoneOffset.UTC))
                .bind("by", roster.receivedBy())
                .execute();
    }

    /// Counts a posting that brought something new.
    void countPosting(Handle transaction, UUID id, int posting, Instant at) {
        transaction
                .createUpdate(
                        """
                        update roster set postings = :posting, posted_again_at = :at, revision = revision + 1,
                            status = 'RECORDED'
                        where id = :id and postings < :posting
                        """)
                .bind("id", id)
                .bind("posting", posting)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void keepCounts(Handle transaction, UUID id, RowCounts counts) {
        transaction
                .createUpdate(
                        """
                        update roster set recorded = :RECORDED, duplicate = :DUPLICATE, withdrawn = :WITHDRAWN,
                            conflict = :CONFLICT, held = :HELD, rejected = :REJECTED
                        where id = :id
                        """)
                .bind("id", id)
                .bindMap(counts.byOutcome())
                .execute();
    }

    /// A page of the rosters that the filter selects, the newest first.
    List<Roster> list(Handle handle, RosterFilter filter, PageRequest page) {
        return handle.createQuery(RosterFilter.LIST)
                .bindMap(filter.parameters())
                .bindMap(RosterFilter.place(page))
                .bind("limit", page.rowsToFetch())
                .map((row, _) -> roster(row))
                .list();
    }

    void withdraw(Handle transaction, UUID id) {
        transaction
                .createUpdate(
                        """
                        update roster set revision = revision + 1, status = 'WITHDRAWN'
                        where id = :id and status <> 'WITHDRAWN'
                        """)
                .bind("id", id)
                .execute();
    }

    private static Roster roster(ResultSet row) throws SQLException {
        return new Roster(
                row.getObject("id", UUID.class),
                Poster.ofKey(row.getString("poster")),
                row.getString("external_id"),
                row.getInt("postings"),
                row.getInt("revision"),
                Roster.Status.valueOf(row.getString("status")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_by"),
                counts(row));
    }

    private static RowCounts counts(ResultSet row) throws SQLException {
        var counts = new RowCounts();
        for (RowOutcome outcome : RowOutcome.values()) {
            counts.add(outcome, row.getInt(outcome.name()));
        }
        return counts;
    }
}
