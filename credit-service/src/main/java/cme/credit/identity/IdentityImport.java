package cme.credit.identity;

import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.credit.identity.IdentityImportView.Result;
import cme.credit.identity.IdentityRegister.Step;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Adds and changes many identities at once, as the board's register exports them.
@Singleton
final class IdentityImport {
    static final int MAX_ROWS = 100_000;

    /// Columns of a table, and fields of a JSON row.
    static final Set<String> FIELDS =
            Set.of("diplomateId", "npi", "givenName", "familyName", "birthMonthDay");

    private static final int CHUNK_ROWS = 2_000;

    private final IdentityRegister register;

    IdentityImport(IdentityRegister register) {
        this.register = register;
    }

    /// A row that could be read: whom it is about and what it says.
    private record Row(int number, String diplomateId, IdentityRequest request) {}

    /// Takes every row that is in order. Chunks are transactions of their own: an import that was
    /// interrupted is completed by importing the same again.
    ///
    /// @param rows the fields of the next row; null after the last
    IdentityImportView run(Supplier<@Nullable Fields> rows, String by) {
        List<Result> results = new ArrayList<>();
        Map<String, Row> chunk = new LinkedHashMap<>();
        int number = 0;
        for (Fields fields = rows.get(); fields != null; fields = rows.get()) {
            number++;
            if (number > MAX_ROWS) {
                throw tooManyRows();
            }
            Row row = read(number, fields, results);
            if (row != null && chunk.containsKey(row.diplomateId()) || chunk.size() == CHUNK_ROWS) {
                store(chunk, results, by);
            }
            if (row != null) {
                chunk.put(row.diplomateId(), row);
            }
        }
        store(chunk, results, by);
        return IdentityImportView.of(results);
    }

    private static @Nullable Row read(int number, Fields fields, List<Result> results) {
        String diplomateId = fields.requiredText("diplomateId", IdentityFields.MAX_DIPLOMATE_ID);
        if (diplomateId != null && !IdentityRequest.isDiplomateId(diplomateId)) {
            fields.violation(
                    "diplomateId",
                    "diplomate-id.format",
                    "Letters, digits, points, hyphens and underscores.");
        }
        IdentityRequest request = IdentityRequest.read(fields);
        List<Violation> violations = fields.violations();
        if (!violations.isEmpty() || diplomateId == null) {
            results.add(Result.rejected(number, diplomateId, violations));
            return null;
        }
        return new Row(number, diplomateId, request);
    }

    private void store(Map<String, Row> chunk, List<Result> results, String by) {
        if (chunk.isEmpty()) {
            return;
        }
        Map<String, IdentityRequest> requests = new LinkedHashMap<>();
        chunk.values().forEach(row -> requests.put(row.diplomateId(), row.request()));
        Map<String, Step> steps = register.putAll(requests, by);
        for (Row row : chunk.values()) {
            results.add(Result.of(row.number(), row.diplomateId(), steps.get(row.diplomateId())));
        }
        chunk.clear();
    }

    private static InvalidRequest tooManyRows() {
        return new InvalidRequest(
                Problem.of(
                        413,
                        "too-large",
                        "Too large",
                        "At most "
                                + MAX_ROWS
                                + " rows are taken at once; those before were taken."));
    }
}
