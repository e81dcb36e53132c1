package cme.compliance.worklist;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Standing;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Selects diplomates. Requirement, state and deadline must be met by one and the same finding.
///
/// @param standings one of these; all when empty
/// @param dueBefore selects deadlines before this day; without a state, only of open findings
record WorklistFilter(
        Set<Standing> standings,
        @Nullable Pathway pathway,
        @Nullable String requirement,
        @Nullable State state,
        @Nullable LocalDate dueBefore) {

    /// Reports every violation to the query.
    ///
    /// @param requirements the ids that there are
    static WorklistFilter read(Fields query, Set<String> requirements) {
        String requirement = query.text("requirement", 60);
        if (requirement != null && !requirements.contains(requirement)) {
            query.violation("requirement", "unknown-value", "One of " + requirements + ".");
        }
        return new WorklistFilter(
                standings(query),
                query.oneOf("pathway", Pathway.class),
                requirement,
                query.oneOf("state", State.class),
                Dates.read(query, "dueBefore"));
    }

    private static Set<Standing> standings(Fields query) {
        String text = query.text("standing", 200);
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        if (text != null) {
            List<String> names = List.of(text.split(",", -1));
            Standing[] all = Standing.values();
            Stream.of(all).filter(one -> names.contains(one.name())).forEach(standings::add);
            if (standings.size() < Set.copyOf(names).size()) {
                query.violation(
                        "standing",
                        "unknown-value",
                        "One or several of %s, separated by commas.".formatted(List.of(all)));
            }
        }
        return standings;
    }

    boolean selectsFindings() {
        return requirement != null || state != null || dueBefore != null;
    }

    /// The condition on a finding in SQL. Enum values are written into the text, so that PostgreSQL
    /// can estimate the number of rows and choose the index.
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

    /// The condition on a status in SQL.
    String ofStatus() {
        var sql = new StringBuilder("true");
        if (!standings.isEmpty()) {
            sql.append(
                    standings.stream()
                            .map(Standing::name)
                            .collect(Collectors.joining("', '", " and s.standing in ('", "')")));
        }
        if (pathway != null) {
            sql.append(" and s.pathway = '%s'".formatted(pathway));
        }
        if (selectsFindings()) {
            sql.append(
                    " and exists (select from finding f where f.diplomate_id = s.diplomate_id and %s)"
                            .formatted(ofFinding()));
        }
        return sql.toString();
    }

    /// Binds the parameters of both conditions.
    Query bind(Query query) {
        if (requirement != null) {
            query.bind("requirement", requirement);
        }
        if (dueBefore != null) {
            query.bind("dueBefore", dueBefore);
        }
        return query;
    }
}
