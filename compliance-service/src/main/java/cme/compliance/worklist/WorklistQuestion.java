package cme.compliance.worklist;

import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;

/// The part of the worklist that a caller asks for.
///
/// @param after the place of the last diplomate on the page before
record WorklistQuestion(
        WorklistFilter filter, WorklistSort sort, PageRequest page, WorklistSort.Position after) {

    /// Reports every violation.
    static WorklistQuestion read(Fields query) {
        WorklistFilter filter = WorklistFilter.read(query);
        WorklistSort sort = WorklistSort.read(query);
        PageRequest page = sort.page(query);
        WorklistSort.Position after = sort.after(query, page);
        query.complete();
        return new WorklistQuestion(filter, sort, page, after);
    }
}
