package cme.compliance.worklist;

import cme.chassis.json.Fields;
import cme.compliance.record.Dates;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which diplomates are asked for. Requirement, state and deadline have to hold of one and the same
/// finding.
///
/// @param dueBefore the deadline lies before this day; without a state only open findings are meant
record WorklistFilter(
        @Nullable Standing standing,
        @Nullable String requirement,
        @Nullable State state,
        @Nullable LocalDate dueBefore) {

    /// Reads it from a query and reports all that is wrong with it.
    static WorklistFilter read(Fields query) {
        return new WorklistFilter(
                query.oneOf("standing", Standing.class),
                query.text("requirement", 60),
                query.oneOf("state", State.class),
                Dates.read(query, "dueBefore"));
    }

    /// Whether it says something about findings.
    boolean selectsFindings() {
        return requirement != null || state != null || dueBefore != null;
    }

    /// What it says about a finding, in SQL. What is one of a few words stands in the text, so that
    /// PostgreSQL knows how many rows it means and which index serves it.
    String ofFinding() {
        var sql = new StringBuilder("true");
        if (requirement != null) {
            sql.append(" and f.requirement = :requirement");
        }
        if (state != null) {
            sql.append(" and f.state = '%s'".formatted(state));
        }
        if (dueBefore != null) {
            sql.append(" and f.deadline < :dueBefore");
            if (state == null) {
                sql.append(" and f.state not in ('MET', 'WAIVED')");
            }
        }
        return sql.toString();
    }

    /// What it says about a diplomate, in SQL.
    String ofStatus() {
        var sql = new StringBuilder("true");
        if (standing != null) {
            sql.append(" and s.standing = '%s'".formatted(standing));
        }
        if (selectsFindings()) {
            sql.append(
                    " and exists (select from finding f where f.diplomate_id = s.diplomate_id and %s)"
                            .formatted(ofFinding()));
        }
        return sql.toString();
    }
}
