package cme.compliance.rules;

import cme.compliance.rules.Finding.Missing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arithmetic of one finding as it is added up, oldest completion first.
final class Tally {

    private static final Comparator<Evidence.NotCounted> OLDEST_FIRST =
            Comparator.comparing(Evidence.NotCounted::completedOn)
                    .thenComparing(Evidence.NotCounted::completion);

    private final Amount required;
    private final List<Evidence.Counted> counted = new ArrayList<>();
    private final List<Evidence.NotCounted> notCounted = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>(2);
    private int earned;
    private @Nullable LocalDate metOn;
    private @Nullable ProcedureCode procedure;

    Tally(Amount required) {
        this.required = required;
    }

    /// @param quarters of a credit or activity; nothing is noted when it is zero
    void count(Candidate candidate, int quarters) {
        if (quarters == 0) {
            return;
        }
        earned = Math.addExact(earned, quarters);
        if (metOn == null && reached()) {
            metOn = candidate.completedOn();
        }
        counted.add(Evidence.counted(candidate, new Amount(required.unit(), quarters)));
    }

    void leaveOut(Candidate candidate, Exclusion why) {
        notCounted.add(Evidence.notCounted(candidate, why, null));
    }

    /// @param lostQuarters the amount lost to the cap; nothing is noted when it is zero
    void overCap(Candidate candidate, int lostQuarters) {
        if (lostQuarters > 0) {
            Amount lost = new Amount(required.unit(), lostQuarters);
            notCounted.add(Evidence.notCounted(candidate, Exclusion.OVER_CAP, lost));
        }
    }

    /// Notes the tracer procedure with which completions have to be aligned.
    void follow(ProcedureCode code) {
        procedure = code;
    }

    void miss(Missing part) {
        missing.add(part);
    }

    boolean reached() {
        return earned >= required.quarters();
    }

    List<Evidence.Counted> counted() {
        return counted;
    }

    Finding finding(
            Requirement requirement, Term term, Finding.State state, @Nullable Decision decision) {
        notCounted.sort(OLDEST_FIRST);
        return new Finding(
                requirement.id(),
                requirement.title(),
                term.dueYear(),
                term.deadline(),
                term.window(),
                state,
                required,
                new Amount(required.unit(), earned),
                new Amount(required.unit(), Math.max(0, required.quarters() - earned)),
                metOn,
                missing,
                decision,
                procedure,
                counted,
                notCounted);
    }
}
