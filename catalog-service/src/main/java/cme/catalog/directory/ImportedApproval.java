package cme.catalog.directory;

import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Approval.Span;
import cme.catalog.procedure.ProcedureCode;

import java.util.List;

/// An approval that a row names; it has no id yet.
///
/// @param procedures in order, each once
record ImportedApproval(Purpose purpose, List<ProcedureCode> procedures, Span span) {

    ImportedApproval {
        procedures = procedures.stream().distinct().sorted().toList();
    }
}
