package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.json.JsonCharset;
import cme.chassis.problem.InvalidRequest;
import cme.credit.posting.Notice;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A posted roster in one of the accepted forms.
public interface RosterDocument {
    int MAX_EXTERNAL_ID = 100;

    /// The poster's own name of the roster; null when the document has none.
    default @Nullable String externalId() {
        return null;
    }

    /// What the sender should know about the document as a whole.
    default List<Notice> notices() {
        return List.of();
    }

    /// Reads the rows from the first one on. To be called once.
    RowReader rows() throws IOException;

    /// Opens a document and checks everything that comes before the first row.
    ///
    /// @param type says the form, JSON when it is none
    /// @param ignored columns of a table that are passed over
    /// @throws InvalidRequest when that is wrong
    static RosterDocument open(@Nullable MediaType type, List<String> ignored, BodySpool spool)
            throws IOException {
        return switch (RosterForm.of(type).orElse(RosterForm.JSON)) {
            case JSON -> JsonRoster.open(spool, JsonCharset.of(type));
            case NDJSON -> new LineRoster(spool, JsonCharset.of(type));
            case TABLE -> TableRoster.open(spool, Objects.requireNonNull(type), ignored);
            case XML -> XmlRoster.open(spool);
        };
    }
}
