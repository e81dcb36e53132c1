package cme.catalog.imports;

import cme.catalog.activity.ProcedureCode;
import cme.catalog.activity.Purpose;
import cme.catalog.activity.Span;

import java.util.List;

/// An approval that a row names; it has no id yet.
///
/// @param procedures in order, each once
record ImportedApproval(Purpose purpose, List<ProcedureCode> procedures, Span span) {

    ImportedApproval {
        procedures = procedures.stream().distinct().sorted().toList();
    }
}
