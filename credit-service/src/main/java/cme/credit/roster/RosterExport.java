package cme.credit.roster;

import cme.chassis.json.StrictJson;
import cme.chassis.problem.Violation;
import cme.credit.posting.CompletionForm;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Rows of a roster as a table that can be mended and posted again: what was posted, and beside it
/// what became of it.
public final class RosterExport {
    /// Columns that we write and do not read: a roster that has them is taken as if it had not.
    public static final List<String> NOTES = List.of("outcome", "reason");

    private static final ObjectMapper JSON = StrictJson.mapper();
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private RosterExport() {}

    static CSVPrinter open(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        List<String> header = new ArrayList<>(CompletionForm.FIELDS);
        header.addAll(NOTES);
        printer.printRecord(header);
        return printer;
    }

    static void print(CSVPrinter printer, StoredRow row) throws IOException {
        JsonNode content = content(row);
        for (String field : CompletionForm.FIELDS) {
            JsonNode value = content.path(field);
            printer.print(value.isValueNode() && !value.isNull() ? value.asText() : "");
        }
        printer.print(row.view().outcome());
        printer.print(reason(row.view()));
        printer.println();
    }

    private static JsonNode content(StoredRow row) {
        try {
            String known = row.content();
            return known == null
                    ? JSON.createObjectNode().put("externalId", row.view().externalId())
                    : JSON.readTree(known);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept row can be read", e);
        }
    }

    private static String reason(RowView view) {
        if (view.reason() != null) {
            return view.reason();
        }
        return view.errors().stream().map(RosterExport::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(Violation violation) {
        return "%s (%s): %s".formatted(violation.pointer(), violation.code(), violation.detail());
    }
}
