package cme.credit.roster;

import cme.chassis.json.StrictJson;
import cme.credit.posting.CompletionForm;
import cme.credit.rosterfile.RosterColumns;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Writes rows of a roster as a CSV table that can be mended and posted again: the posted fields,
/// and beside them the outcome and its reason.
@Singleton
final class RosterExport {
    private static final int PAGE_ROWS = 2_000;
    private static final ObjectMapper JSON = StrictJson.mapper();

    private final Jdbi jdbi;
    private final RosterRows rows;

    RosterExport(Jdbi jdbi, RosterRows rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    /// Writes the rows of one outcome, or all rows, in pages, so that no transaction waits for a
    /// slow reader.
    void write(UUID roster, @Nullable RowOutcome outcome, OutputStream out) throws IOException {
        try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                var printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            List<String> header = new ArrayList<>(CompletionForm.FIELDS);
            header.addAll(RosterColumns.NOTES);
            printer.printRecord(header);
            RowPlace place = RowPlace.START;
            List<RosterRow> page;
            do {
                RowPlace after = place;
                page = jdbi.withHandle(h -> rows.list(h, roster, outcome, after, PAGE_ROWS));
                for (RosterRow row : page) {
                    print(printer, row);
                    place = RowPlace.of(row);
                }
            } while (page.size() == PAGE_ROWS);
        }
    }

    private static void print(CSVPrinter printer, RosterRow row) throws IOException {
        JsonNode content = content(row);
        for (String field : CompletionForm.FIELDS) {
            JsonNode value = content.path(field);
            printer.print(value.isValueNode() && !value.isNull() ? value.asText() : "");
        }
        printer.print(row.view().outcome());
        printer.print(row.view().explanation());
        printer.println();
    }

    private static JsonNode content(RosterRow row) {
        try {
            return row.content() == null
                    ? JSON.createObjectNode().put("externalId", row.view().externalId())
                    : JSON.readTree(row.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The content of the row cannot be read", e);
        }
    }
}
