package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.problem.InvalidRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A posted roster in one of the accepted forms.
public interface RosterDocument {
    int MAX_EXTERNAL_ID = 100;

    /// The poster's own name of the roster, when the document has one.
    @Nullable String externalId();

    /// Reads the rows from the first. May be asked once.
    RosterRows rows() throws IOException;

    /// Opens a document and reads as much of it as must be right before the first row is judged.
    ///
    /// @throws InvalidRequest when that is not right
    static RosterDocument open(RosterForm form, BodySpool spool) throws IOException {
        return switch (form) {
            case JSON -> JsonRoster.open(spool);
            case NDJSON -> new LineRoster(spool);
            case CSV -> CsvRoster.open(spool);
            case XML -> XmlRoster.open(spool);
        };
    }
}
