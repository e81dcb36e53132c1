package cme.credit.identity;

import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.chassis.table.ColumnKind;
import cme.chassis.table.TableColumns;
import cme.credit.identity.IdentityImportView.Result;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Adds and changes many identities at once, as the board's register exports them.
@Singleton
final class IdentityImport {
    static final TableColumns COLUMNS =
            new TableColumns(
                    Map.of(
                            "diplomateId", ColumnKind.IDENTIFIER,
                            "npi", ColumnKind.IDENTIFIER,
                            "givenName", ColumnKind.TEXT,
                            "familyName", ColumnKind.TEXT,
                            "birthMonthDay", ColumnKind.MONTH_DAY),
                    List.of(Set.of("diplomateId"), Set.of("familyName")),
                    Set.of());

    private static final int MAX_ROWS = 100_000;
    private static final int CHUNK_ROWS = 2_000;

    private final IdentityImportWriter writer;
    private final DiplomateNumberForm numberForm;

    IdentityImport(IdentityImportWriter writer, DiplomateNumberForm numberForm) {
        this.writer = writer;
        this.numberForm = numberForm;
    }

    /// A row that could be read.
    record Row(int number, String diplomateId, IdentityRequest request) {}

    /// Takes every row that is in order, after all have been read. Each chunk of rows is a
    /// transaction of its own: an import that was interrupted is completed by importing the same
    /// again.
    ///
    /// @param rows the fields of the next row; null after the last
    /// @param insistence why people who look alike are different people; null when the board does
    ///   not insist
    /// @param dryRun gives the same answer and records nothing
    IdentityImportView run(
            Supplier<@Nullable Fields> rows,
            @Nullable String insistence,
            String by,
            boolean dryRun) {
        List<Result> results = new ArrayList<>();
        var people = new ImportedPeople(read(rows, results), results);
        for (List<Row> chunk : people.chunks(CHUNK_ROWS)) {
            results.addAll(
                    dryRun
                            ? writer.rehearse(chunk, people, insistence)
                            : writer.put(chunk, people, insistence, by));
        }
        return IdentityImportView.of(results, dryRun);
    }

    private List<Row> read(Supplier<@Nullable Fields> rows, List<Result> results) {
        List<Row> read = new ArrayList<>();
        int number = 0;
        for (Fields fields = rows.get(); fields != null; fields = rows.get()) {
            number++;
            if (number > MAX_ROWS) {
                throw tooManyRows();
            }
            read(number, fields, results).ifPresent(read::add);
        }
        return read;
    }

    private Optional<Row> read(int number, Fields fields, List<Result> results) {
        String diplomateId = fields.required("diplomateId", IdentityFields.diplomateId(fields));
        IdentityRequest request = IdentityRequest.read(fields);
        List<Violation> violations = new ArrayList<>(fields.violations());
        if (diplomateId != null && IdentityFields.isDiplomateId(diplomateId)) {
            numberForm.violation(diplomateId).ifPresent(violations::add);
        }
        if (!violations.isEmpty() || diplomateId == null) {
            results.add(Result.rejected(number, diplomateId, violations));
            return Optional.empty();
        }
        return Optional.of(new Row(number, diplomateId, request));
    }

    private static InvalidRequest tooManyRows() {
        return new InvalidRequest(
                Problem.tooLarge(
                        "At most %d rows are taken at once; none was taken.".formatted(MAX_ROWS)));
    }
}
