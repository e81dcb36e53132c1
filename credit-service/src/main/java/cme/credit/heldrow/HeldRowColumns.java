package cme.credit.heldrow;

import cme.credit.access.Poster;
import cme.credit.completion.Occasion;
import cme.credit.heldrow.HeldRowDetailView.State;
import cme.credit.heldrow.HeldRows.Found;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the columns of `held_row`.
final class HeldRowColumns {
    private HeldRowColumns() {}

    /// The row in whatever state it is, also when what was posted is erased.
    ///
    /// @param isBoard whether the board looks at it, which sees the true reason
    static Found found(ResultSet row, boolean isBoard) throws SQLException {
        Instant erasedAt = instant(row, "content_erased_at");
        HeldRow heldRow = erasedAt == null ? heldRow(row) : null;
        Occasion occasion = occasion(row);
        var view =
                new HeldRowView(
                        row.getObject("id", UUID.class),
                        isBoard
                                ? trueReason(row)
                                : HoldReason.told(trueReason(row), row.getBoolean("masked")),
                        occasion.poster().kind(),
                        heldRow == null
                                ? occasion.poster().provider()
                                : heldRow.posted().content().provider(),
                        occasion.roster(),
                        occasion.at(),
                        heldRow == null ? null : HeldContent.of(heldRow.posted()),
                        erasedAt);
        return new Found(
                occasion.poster(),
                heldRow,
                new HeldRowDetailView(
                        view,
                        State.valueOf(row.getString("state")),
                        row.getObject("completion", UUID.class),
                        instant(row, "closed_at"),
                        row.getString("closing_reason"),
                        null,
                        null));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// A row whose posted fields are there.
    static HeldRow heldRow(ResultSet row) throws SQLException {
        return new HeldRow(
                row.getObject("id", UUID.class),
                HeldRows.posted(row.getString("posted")),
                row.getObject("content_hash", UUID.class),
                trueReason(row),
                row.getBoolean("masked"),
                occasion(row));
    }

    private static HoldReason trueReason(ResultSet row) throws SQLException {
        return HoldReason.valueOf(row.getString("reason"));
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(
                Poster.ofKey(row.getString("poster")),
                row.getString("held_by"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                row.getObject("roster", UUID.class),
                row.getInt("posting"));
    }
}
