package cme.catalog.imports;

import cme.catalog.CatalogConfig;
import cme.chassis.csv.CsvTable;
import cme.chassis.json.Fields;
import cme.chassis.json.StrictJson;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the body of an import row by row, up to the limit.
@Singleton
class Rows {

    private final RowReading reading;
    private final ObjectReader elements;
    private final int maxRows;

    Rows(RowReading reading, ObjectMapper mapper, CatalogConfig config) {
        this.reading = reading;
        // After an element of an array something always follows.
        this.elements = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.maxRows = config.imports().maxRows();
    }

    List<ImportRow> ofCsv(InputStream body) {
        var rows = new ArrayList<ImportRow>();
        var table = CsvTable.open(body, RowReading.COLUMNS, Set.of());
        while (table.hasNext()) {
            checkLimit(rows);
            var row = table.next();
            rows.add(reading.ofTable(row.number(), row.fields()));
        }
        return rows;
    }

    List<ImportRow> ofJson(InputStream body) throws IOException {
        var rows = new ArrayList<ImportRow>();
        try (var parser = elements.getFactory().createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidRequest(Problem.unreadable("A JSON array is expected."));
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                checkLimit(rows);
                JsonNode element = elements.readTree(parser);
                rows.add(reading.ofJson(rows.size() + 1, Fields.of(element)));
            }
            if (parser.nextToken() != null) {
                throw new InvalidRequest(Problem.unreadable("Something follows the JSON array."));
            }
            return rows;
        } catch (JsonProcessingException broken) {
            throw new InvalidRequest(Problem.unreadable(StrictJson.describe(broken)));
        }
    }

    private void checkLimit(List<ImportRow> rows) {
        if (rows.size() == maxRows) {
            throw new InvalidRequest(
                    Problem.of(
                            413,
                            "too-large",
                            "Too large",
                            "An import takes at most %d rows; send the rest as another."
                                    .formatted(maxRows)));
        }
    }
}
