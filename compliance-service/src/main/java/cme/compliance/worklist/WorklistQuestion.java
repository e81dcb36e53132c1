package cme.compliance.worklist;

import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;

import java.util.Set;

/// The part of the worklist that a caller asks for.
///
/// @param after the place of the last diplomate on the page before
record WorklistQuestion(
        WorklistFilter filter, WorklistSort sort, PageRequest page, WorklistSort.Position after) {

    /// Reports every violation.
    ///
    /// @param requirements the ids that there are
    static WorklistQuestion read(Fields query, Set<String> requirements) {
        WorklistFilter filter = WorklistFilter.read(query, requirements);
        WorklistSort sort = WorklistSort.read(query);
        PageRequest page = sort.page(query);
        WorklistSort.Position after = sort.after(page);
        query.complete();
        return new WorklistQuestion(filter, sort, page, after);
    }
}
