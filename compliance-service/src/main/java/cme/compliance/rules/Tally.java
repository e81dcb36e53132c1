package cme.compliance.rules;

import cme.compliance.rules.Finding.Missing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds up one finding. Completions are given oldest first.
final class Tally {

    private static final Comparator<Evidence.NotCounted> OLDEST_FIRST =
            Comparator.comparing(Evidence.NotCounted::completedOn)
                    .thenComparing(Evidence.NotCounted::completion);

    private final Amount required;
    private final Term term;
    private final List<Evidence.Counted> counted = new ArrayList<>();
    private final List<Evidence.NotCounted> notCounted = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>(2);
    private int earned;
    private int lateQuarters;
    private int lateCompletions;
    private @Nullable LocalDate metOn;
    private @Nullable ProcedureCode procedure;

    Tally(Amount required, Term term) {
        this.required = required;
        this.term = term;
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
        if (!candidate.completion().firstRecordedAt().isBefore(term.lateFrom())) {
            lateQuarters += quarters;
            lateCompletions++;
        }
        counted.add(Evidence.counted(candidate, new Amount(required.unit(), quarters)));
    }

    /// Counts the share of a completion and notes each part of it that is lost.
    void count(Candidate candidate, CreditLimits.Share share) {
        count(candidate, share.counted());
        lose(candidate, Exclusion.OVER_MAXIMUM, share.overMaximum());
        lose(candidate, Exclusion.OVER_CAP, share.overCap());
    }

    /// The counted completions of the next cycle that an extended finding did not need, as it had
    /// reached what is required before them.
    ///
    /// @param nextBegins first day of the next cycle; null when there is none
    Set<Completion.Id> unneededFrom(@Nullable LocalDate nextBegins) {
        Set<Completion.Id> unneeded = new HashSet<>();
        int before = 0;
        for (Evidence.Counted each : counted) {
            if (nextBegins != null
                    && !each.completedOn().isBefore(nextBegins)
                    && before >= required.quarters()) {
                unneeded.add(each.completion());
            }
            before += each.amount().quarters();
        }
        return unneeded;
    }

    void leaveOut(Candidate candidate, Exclusion why) {
        notCounted.add(Evidence.notCounted(candidate, why, null));
    }

    /// Nothing is noted when nothing is lost.
    private void lose(Candidate candidate, Exclusion why, int lostQuarters) {
        if (lostQuarters > 0) {
            Amount lost = new Amount(required.unit(), lostQuarters);
            notCounted.add(Evidence.notCounted(candidate, why, lost));
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

    Finding finding(Requirement requirement, Finding.State state, @Nullable Decision decision) {
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
                late(),
                missing,
                decision,
                procedure,
                counted,
                notCounted);
    }

    private Finding.@Nullable Late late() {
        if (lateCompletions == 0) {
            return null;
        }
        boolean credits = required.unit() == Amount.Unit.CREDIT;
        return new Finding.Late(new Credits(credits ? lateQuarters : 0), lateCompletions);
    }
}
