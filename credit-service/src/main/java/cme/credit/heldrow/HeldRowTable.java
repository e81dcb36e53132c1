package cme.credit.heldrow;

import cme.chassis.json.StrictJson;
import cme.chassis.table.CsvTable;
import cme.credit.completion.Posted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes held rows as a table that can be mended and posted again: the posted fields, and beside
/// them why the row is held, since when and who sent it.
public final class HeldRowTable implements AutoCloseable {

    /// The columns beside the fields.
    public static final List<String> NOTES =
            List.of("outcome", "reason", "heldRow", "heldAt", "poster");

    private static final ObjectMapper JSON = StrictJson.mapper();

    private final CsvTable table;

    HeldRowTable(OutputStream out) throws IOException {
        table = CsvTable.of(out, Stream.concat(Posted.FIELDS.stream(), NOTES.stream()).toList());
    }

    /// @param outcome of the row by now
    /// @param isBoard whether the board looks at it, which sees the true reason
    void row(HeldRow row, String outcome, boolean isBoard) throws IOException {
        JsonNode content = JSON.valueToTree(HeldContent.of(asPosted(row)));
        List<@Nullable Object> cells = new ArrayList<>();
        for (String field : Posted.FIELDS) {
            JsonNode value = content.path(field);
            cells.add(value.isNumber() ? value.decimalValue() : text(value));
        }
        String society = row.occasion().poster().provider();
        cells.add(outcome);
        cells.add(isBoard ? row.reason() : row.told());
        cells.add(row.id());
        cells.add(row.occasion().at());
        cells.add(society == null ? row.occasion().poster().kind() : society);
        table.row(cells.toArray());
    }

    /// Writes a row of which what was posted is erased.
    void erased(HeldRowView row, String outcome) throws IOException {
        List<@Nullable Object> cells =
                new ArrayList<>(Collections.nCopies(Posted.FIELDS.size(), null));
        cells.add(outcome);
        cells.add("erased on " + row.contentErasedAt());
        cells.add(row.id());
        cells.add(row.heldAt());
        cells.add(row.provider() == null ? row.poster() : row.provider());
        table.row(cells.toArray());
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /// Without the provider that the service has filled in: the same row posted again is the same.
    private static Posted asPosted(HeldRow row) {
        Posted posted = row.posted();
        boolean isNamed =
                row.occasion().poster().provider() == null && posted.content().activity() == null;
        return isNamed ? posted : posted.withProvider(null);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
