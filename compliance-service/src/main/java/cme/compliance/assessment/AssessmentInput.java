package cme.compliance.planning;

import cme.compliance.activity.ActivityCopy;
import cme.compliance.rules.Facts;
import cme.compliance.rules.RuleSet;

import java.time.Instant;
import java.time.LocalDate;

/// Everything that the rules want to be given for one question about one diplomate.
public record PreparedQuestion(
        RuleSet rules, Facts facts, ActivityCopy activities, LocalDate asOf, Instant knownAt) {}
