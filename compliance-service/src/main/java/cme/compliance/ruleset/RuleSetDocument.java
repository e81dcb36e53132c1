package cme.compliance.ruleset;

import cme.compliance.rules.RuleSet;

import java.util.List;

/// A rule set with its documentation.
///
/// @param note says in a sentence or two which diplomates it is for
/// @param figures the source of every number, in the order of the file
public record RuleSetDocument(RuleSet rules, String note, List<Figure> figures) {

    public RuleSetDocument {
        figures = List.copyOf(figures);
    }
}
