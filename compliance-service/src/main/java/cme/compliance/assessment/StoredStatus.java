package cme.compliance.assessment;

import cme.compliance.rules.RuleSet;
import java.time.Instant;
import java.time.LocalDate;

/// The answer of an earlier assessment.
///
/// @param pending whether the diplomate waits to be assessed again
public record StoredStatus(
        LocalDate asOf,
        Instant knownAt,
        RuleSet.Id ruleSet,
        int ruleSetVersion,
        StatusDocument document,
        boolean pending) {}
