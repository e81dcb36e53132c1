package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.json.JsonCharset;
import cme.chassis.problem.InvalidRequest;
import cme.credit.posting.Notice;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A posted roster in one of the accepted forms.
public interface RosterDocument {
    int MAX_EXTERNAL_ID = 100;

    /// The poster's own name of the roster; null when the document has none.
    default @Nullable String externalId() {
        return null;
    }

    /// Notices to the sender about the roster as a whole; complete after the last row.
    default List<Notice> notices() {
        return List.of();
    }

    /// Reads the rows from the first one on. To be called once.
    RowReader rows() throws IOException;

    /// Opens a document and checks everything that comes before the first row.
    ///
    /// @throws InvalidRequest when that is wrong
    static RosterDocument open(RosterOptions options, BodySpool spool) throws IOException {
        RosterForm form = RosterForm.of(options.type()).orElse(RosterForm.JSON);
        return switch (form) {
            case JSON ->
                    options.isOfPars()
                            ? JsonReport.open(spool, options)
                            : JsonRoster.open(spool, JsonCharset.of(options.type()));
            case NDJSON -> {
                if (options.isOfPars()) {
                    throw new InvalidRequest(
                            "/form", "form.type", "PARS has JSON, XML and tables, no JSON lines.");
                }
                yield new LineRoster(spool, JsonCharset.of(options.type()));
            }
            case TABLE ->
                    options.isOfPars()
                            ? ParsTable.open(spool, options)
                            : TableRoster.open(spool, options);
            case XML -> XmlRoster.open(spool, options);
        };
    }
}
