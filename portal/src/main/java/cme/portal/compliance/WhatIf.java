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

    /// The suppositions: completions and tracer procedures, and for the board pathways and
    /// decisions.
    public record Request(
            List<Completion> completions,
            List<Tracer> tracers,
            List<Pathway> pathways,
            List<Decision> decisions) {
        public Request {
            completions = Absent.list(completions);
            tracers = Absent.list(tracers);
            pathways = Absent.list(pathways);
            decisions = Absent.list(decisions);
        }

        public Request(List<Completion> completions, List<Tracer> tracers) {
            this(completions, tracers, List.of(), List.of());
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

    /// A pathway to suppose.
    ///
    /// @param until Last day; null while open
    public record Pathway(String pathway, LocalDate from, @Nullable LocalDate until) {}

    /// A decision to suppose.
    ///
    /// @param until With EXTENDED only
    public record Decision(
            String requirement, int dueYear, String decision, @Nullable LocalDate until) {}
}
