package cme.portal.compliance;

import cme.portal.services.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A status as it would be, and what would change; nothing is recorded.
///
/// @param ruleSetVersion The version of the rule set
/// @param summary One sentence to act on
/// @param nextChangeOn Next date on which the answer changes with nothing posted
/// @param findings By due year, then as the rule set orders them
public record WhatIf(
        String diplomateId,
        LocalDate asOf,
        Instant knownAt,
        String ruleSet,
        int ruleSetVersion,
        Status.CyclePosition cycle,
        String pathway,
        String standing,
        String summary,
        @Nullable LocalDate nextDeadline,
        @Nullable LocalDate nextChangeOn,
        Status.Basis basis,
        List<Finding> findings,
        List<Finding.NotCounted> countedNowhere,
        Changes changes) {
    public WhatIf {
        findings = Absent.list(findings);
        countedNowhere = Absent.list(countedNowhere);
    }

    /// The same without the changes, as a page of a status takes it.
    public Status status() {
        return new Status(
                diplomateId,
                asOf,
                knownAt,
                ruleSet,
                ruleSetVersion,
                cycle,
                pathway,
                standing,
                summary,
                nextDeadline,
                nextChangeOn,
                basis,
                findings,
                countedNowhere);
    }

    /// Completions and tracer procedures to suppose.
    public record Request(List<Completion> completions, List<Tracer> tracers) {
        public Request {
            completions = Absent.list(completions);
            tracers = Absent.list(tracers);
        }
    }

    /// A completion to suppose.
    ///
    /// @param session The part of the activity on that day. Completions of different sessions add
    ///   up
    public record Completion(
            @Nullable String activity,
            @Nullable String title,
            @Nullable String session,
            LocalDate completedOn,
            BigDecimal credits,
            @Nullable BigDecimal patientSafetyCredits) {}

    /// A tracer procedure to suppose.
    public record Tracer(int dueYear, String procedure, @Nullable LocalDate completedOn) {}
}
