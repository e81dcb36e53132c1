package cme.compliance.rules;

import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Finding.Missing;
import cme.compliance.rules.Finding.Window;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule for `tracer-activity`: one whole activity within the window that the board had approved
/// for the tracer procedure of the due year on the day of completion. The tracer itself need not be
/// finished.
///
/// Source: the board's resource page (domain.md, sections 2 and 3.8).
///
/// @param nearMissYears staff are shown an aligned activity outside the window when it lies within
///   so many years of the tracer's own completion
public record TracerActivity(
        Id id,
        String title,
        Pathway pathway,
        List<Integer> dueYears,
        int lookBackYears,
        int nearMissYears)
        implements Requirement {

    /// How an activity suits a tracer.
    private enum Fit {
        FITS,
        NOT_APPROVED,
        NOT_ALIGNED,
        /// Not approved for any tracer, so nobody expects it here.
        NONE
    }

    public TracerActivity {
        dueYears = List.copyOf(dueYears);
        Requirement.check(id, dueYears, lookBackYears, 1);
    }

    @Override
    public Amount required() {
        return Amount.activities(1);
    }

    Tally tally(WindowEvidence evidence) {
        Tally tally = new Tally(required(), evidence.term());
        Tracer.Chosen tracer = evidence.tracer();
        if (tracer == null) {
            tally.miss(Missing.TRACER_PROCEDURE);
        } else {
            tally.follow(tracer.procedure());
            evidence.inWindow().forEach(entry -> judge(entry, tracer.procedure(), tally));
            nearMisses(evidence, tracer, tally);
        }
        if (!tally.reached()) {
            tally.miss(Missing.ALIGNED_ACTIVITY);
        }
        return tally;
    }

    private static void judge(WindowEvidence.Entry entry, ProcedureCode procedure, Tally tally) {
        Candidate candidate = entry.candidate();
        Fit fit = fit(candidate.activity(), procedure, candidate.completedOn());
        Exclusion exclusion = entry.exclusion();
        if (fit == Fit.NONE) {
            return;
        }
        if (exclusion != null
                && (fit == Fit.FITS || exclusion.reason() != Exclusion.Reason.ALREADY_USED)) {
            tally.leaveOut(candidate, exclusion);
            return;
        }
        switch (fit) {
            case NOT_ALIGNED -> tally.leaveOut(candidate, Exclusion.NOT_ALIGNED);
            case NOT_APPROVED -> tally.leaveOut(candidate, Exclusion.NOT_APPROVED);
            case FITS -> {
                // One is enough; a second stays free for another tracer.
                if (!tally.reached()) {
                    tally.count(candidate, Amount.QUARTERS_IN_ONE);
                }
            }
            case NONE -> {}
        }
    }

    private void nearMisses(WindowEvidence evidence, Tracer.Chosen tracer, Tally tally) {
        LocalDate completedOn = tracer.completedOn();
        if (completedOn == null) {
            return;
        }
        Window near =
                new Window(
                        completedOn.minusYears(nearMissYears),
                        completedOn.plusYears(nearMissYears));
        for (WindowEvidence.Entry entry : evidence.outsideWindow(near)) {
            Candidate candidate = entry.candidate();
            if (serves(candidate.activity(), tracer, candidate.completedOn())) {
                boolean used = entry.exclusion() != null;
                tally.leaveOut(candidate, used ? entry.exclusion() : Exclusion.NEAR_MISS);
            }
        }
    }

    static boolean serves(
            Activity.@Nullable Revision activity, Tracer.@Nullable Chosen tracer, LocalDate date) {
        return tracer != null && fit(activity, tracer.procedure(), date) == Fit.FITS;
    }

    private static Fit fit(
            Activity.@Nullable Revision activity, ProcedureCode procedure, LocalDate date) {
        Fit best = Fit.NONE;
        if (activity == null) {
            return best;
        }
        for (Approval approval : activity.approvals()) {
            if (approval.purpose() != Purpose.TRACER) {
                continue;
            }
            if (!approval.procedures().contains(procedure)) {
                best = best == Fit.NONE ? Fit.NOT_ALIGNED : best;
            } else if (approval.inForceOn(date)) {
                return Fit.FITS;
            } else {
                best = Fit.NOT_APPROVED;
            }
        }
        return best;
    }
}
