package cme.compliance.assessment;

import cme.compliance.rules.RuleSet;

import java.time.Instant;
import java.time.LocalDate;

/// The stored answer of an earlier assessment.
///
/// @param named whether an answer has named its known-at instant, or a later one, before
/// @param pending whether the diplomate waits to be assessed again
public record StoredStatus(
        LocalDate asOf,
        Instant knownAt,
        RuleSet.Id ruleSet,
        int ruleSetVersion,
        StatusDocument document,
        boolean pending,
        boolean named) {}
