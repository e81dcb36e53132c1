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
    private final List<Candidate> countedCandidates = new ArrayList<>();
    private final List<Evidence.NotCounted> notCounted = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>(2);
    private int earned;
    private @Nullable LocalDate metOn;

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
        candidate.counted = true;
        countedCandidates.add(candidate);
        counted.add(Evidence.counted(candidate, new Amount(required.unit(), quarters)));
    }

    void leaveOut(Candidate candidate, Exclusion why) {
        leaveOut(candidate, why, null);
    }

    /// @param lostQuarters what the cap took; nothing is noted when it is zero
    void overCap(Candidate candidate, int lostQuarters) {
        if (lostQuarters > 0) {
            leaveOut(candidate, Exclusion.OVER_CAP, new Amount(required.unit(), lostQuarters));
        }
    }

    void miss(Missing part) {
        missing.add(part);
    }

    boolean reached() {
        return earned >= required.quarters();
    }

    @Nullable LocalDate metOn() {
        return metOn;
    }

    Amount required() {
        return required;
    }

    Amount earned() {
        return new Amount(required.unit(), earned);
    }

    Amount remaining() {
        return new Amount(required.unit(), Math.max(0, required.quarters() - earned));
    }

    List<Evidence.Counted> counted() {
        return counted;
    }

    List<Candidate> countedCandidates() {
        return countedCandidates;
    }

    List<Evidence.NotCounted> notCounted() {
        notCounted.sort(OLDEST_FIRST);
        return notCounted;
    }

    List<Missing> missing() {
        return missing;
    }

    private void leaveOut(Candidate candidate, Exclusion why, @Nullable Amount lost) {
        if (candidate.firstReason == null) {
            candidate.firstReason = why;
        }
        notCounted.add(Evidence.notCounted(candidate, why, lost));
    }
}
