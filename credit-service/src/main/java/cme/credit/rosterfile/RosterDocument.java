package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.problem.InvalidRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A posted roster in one of the accepted forms.
public interface RosterDocument {
    int MAX_EXTERNAL_ID = 100;

    /// The poster's own name of the roster; null when the document has none.
    default @Nullable String externalId() {
        return null;
    }

    /// Reads the rows from the first one on. To be called once.
    RowReader rows() throws IOException;

    /// Opens a document and checks everything that comes before the first row.
    ///
    /// @throws InvalidRequest when that is wrong
    static RosterDocument open(RosterForm form, BodySpool spool) throws IOException {
        return switch (form) {
            case JSON -> JsonRoster.open(spool);
            case NDJSON -> new LineRoster(spool);
            case CSV -> CsvRoster.open(spool);
            case XML -> XmlRoster.open(spool);
        };
    }
}
