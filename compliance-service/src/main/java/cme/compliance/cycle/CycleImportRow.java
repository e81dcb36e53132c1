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

    static CycleImportRow read(int row, Fields fields, RuleSets ruleSets, NumberForm form) {
        String id = fields.requiredText("diplomateId", 100);
        if (id != null) {
            form.violation(id)
                    .ifPresent(v -> fields.violation("diplomateId", v.code(), v.detail()));
        }
        CycleRequest request = CycleRequest.read(fields, ruleSets);
        return new CycleImportRow(row, id, request, fields.violations());
    }

    /// To be asked only of a row without violations.
    DiplomateId diplomate() {
        return new DiplomateId(diplomateId);
    }
}
