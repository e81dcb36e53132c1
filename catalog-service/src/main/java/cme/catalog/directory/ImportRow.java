package cme.catalog.directory;

import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Draft;
import cme.chassis.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of an import.
///
/// @param number from 1
/// @param code null when it has none that could be read
/// @param provider code or name of the provider as it was sent; null when it was not
/// @param draft without the provider
/// @param errors what is wrong with the row as such
record ImportRow(
        int number,
        @Nullable ActivityCode code,
        @Nullable String provider,
        Draft draft,
        List<ImportedApproval> approvals,
        List<Violation> errors) {

    /// The same, refused because another row has the same code.
    ImportRow repeating(int other) {
        var repeated =
                new Violation(
                        "/code", "code.repeated", "Row %d has the same code.".formatted(other));
        return new ImportRow(number, code, provider, draft, approvals, List.of(repeated));
    }
}
