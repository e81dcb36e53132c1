package cme.compliance.cycle;

import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.compliance.rules.DiplomateId;
import cme.compliance.ruleset.RuleSets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of an import as it was read.
///
/// @param row from 1
/// @param diplomateId null when it is missing
/// @param violations everything that is wrong with the row itself; if there is something, the other
///   components may be null
record CycleImportRow(
        int row, @Nullable String diplomateId, CycleRequest request, List<Violation> violations) {

    private static final String ID = "[0-9A-Za-z-]{1,32}";

    static CycleImportRow read(int row, Fields fields, RuleSets ruleSets) {
        String id = fields.requiredText("diplomateId", 100);
        if (id != null && !id.matches(ID)) {
            fields.violation(
                    "diplomateId",
                    "diplomate.format",
                    "1 to 32 letters, digits or hyphens are expected.");
        }
        CycleRequest request = CycleRequest.read(fields, ruleSets);
        return new CycleImportRow(row, id, request, fields.violations());
    }

    /// To be asked only of a row without violations.
    DiplomateId diplomate() {
        return new DiplomateId(diplomateId);
    }
}
