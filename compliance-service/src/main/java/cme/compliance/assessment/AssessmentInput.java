package cme.compliance.assessment;

import cme.compliance.activity.ActivityCopy;
import cme.compliance.rules.Assessment;
import cme.compliance.rules.Facts;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;

import java.time.Instant;
import java.time.LocalDate;

/// Everything that one assessment of a diplomate needs.
///
/// @param activities the catalog of which the facts are a part
public record AssessmentInput(
        RuleSet rules, Facts facts, ActivityCopy activities, LocalDate asOf, Instant knownAt) {

    public Status assess() {
        return Assessment.assess(rules, facts, asOf, knownAt);
    }
}
