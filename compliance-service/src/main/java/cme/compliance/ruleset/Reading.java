package cme.compliance.ruleset;

import java.util.List;

/// What came of reading a rule-set file.
public sealed interface Reading {

    record Accepted(RuleSetDocument document) implements Reading {}

    /// @param problems everything wrong with the file, in the order of its lines
    record Refused(List<Problem> problems) implements Reading {}
}
