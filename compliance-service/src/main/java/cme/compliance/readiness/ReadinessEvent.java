package cme.compliance.readiness;

import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole status of a diplomate after its standing or the state of a finding has changed, with
/// the standing and states before.
///
/// @param revision grows with every event of the diplomate, but not always by one
/// @param previousStanding null in the first event
record ReadinessEvent(
        String diplomateId,
        long revision,
        LocalDate asOf,
        String ruleSet,
        int ruleSetVersion,
        Pathway pathway,
        Standing standing,
        @Nullable Standing previousStanding,
        String summary,
        @Nullable LocalDate nextDeadline,
        @Nullable LocalDate nextChangeOn,
        List<FindingState> findings,
        Instant recordedAt,
        String recordedBy) {

    /// @param cycleStartYear of the cycle of the due year: two cycles have the same due years
    /// @param previousState null if there was no such finding before
    record FindingState(
            String requirement,
            int cycleStartYear,
            int dueYear,
            LocalDate deadline,
            State state,
            @Nullable State previousState,
            Unit unit,
            BigDecimal required,
            BigDecimal earned,
            BigDecimal remaining) {}
}
