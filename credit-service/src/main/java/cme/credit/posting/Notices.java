package cme.credit.posting;

import cme.credit.activity.Activity;
import cme.credit.completion.Completion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what the sender should know about the rows that are taken.
final class Notices {
    private final Repetitions repetitions;
    private final boolean namesNumbers;

    /// @param repetitions know the completions of the same days
    /// @param namesNumbers whether numbers are told that were not sent; a dry run of a society
    ///   could ask for anybody's
    Notices(Repetitions repetitions, boolean namesNumbers) {
        this.repetitions = repetitions;
        this.namesNumbers = namesNumbers;
    }

    /// The completion that a row makes, puts back or repeats, if it does.
    static Optional<Completion> completion(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded(Completion completion, _) -> Optional.of(completion);
            case Verdict.Reinstated(Completion completion) -> Optional.of(completion);
            case Verdict.Duplicate(Completion completion) -> Optional.of(completion);
            case Verdict.SameAsRow _,
                    Verdict.Withdrawn _,
                    Verdict.Held _,
                    Verdict.Conflict _,
                    Verdict.Rejected _ ->
                    Optional.empty();
        };
    }

    /// @param activity of the row; null when it has a title
    List<Notice> of(Reading reading, Verdict verdict, @Nullable Activity activity) {
        var notices = new ArrayList<Notice>();
        switch (verdict) {
            case Verdict.Recorded(Completion completion, _) ->
                    addOfNew(notices, reading, completion, activity);
            case Verdict.Reinstated _ -> notices.add(Notice.reinstated());
            case Verdict.SameAsRow(int row, _) -> notices.add(Notice.sameAsRow(row));
            case Verdict.Withdrawn withdrawn ->
                    notices.add(
                            withdrawn.isByBoard()
                                    ? Notice.withdrawnByBoard()
                                    : Notice.staysWithdrawn());
            case Verdict.Held.Already(_, _, int row) when row != KnownPosting.EARLIER ->
                    notices.add(Notice.sameAsRow(row));
            case Verdict.Held.Now(_, String overruled) when overruled != null ->
                    notices.add(Notice.overruled(overruled));
            case Verdict.Duplicate _, Verdict.Held _, Verdict.Conflict _, Verdict.Rejected _ -> {}
        }
        completion(verdict).ifPresent(c -> notices.addAll(repetitions.of(c, reading.row())));
        return notices;
    }

    private void addOfNew(
            List<Notice> notices,
            Reading reading,
            Completion completion,
            @Nullable Activity activity) {
        if (!(reading instanceof Reading.WellFormed row)) {
            return;
        }
        String sent = row.posted().diplomateId();
        if (namesNumbers && sent != null && !sent.equals(completion.diplomateId())) {
            notices.add(Notice.numberDiffers(completion.diplomateId()));
        }
        if (activity != null && isSplitNeeded(completion.content(), activity)) {
            notices.add(Notice.splitNeeded());
        }
    }

    /// Whether the patient-safety part is unknown (domain, section 3, rule 6).
    private static boolean isSplitNeeded(Completion.Content content, Activity activity) {
        BigDecimal most = activity.patientSafetyCredits();
        BigDecimal whole = activity.credits();
        if (content.patientSafetyCredits() != null || most == null || most.signum() == 0) {
            return false;
        }
        return whole == null
                || most.compareTo(whole) < 0 && content.credits().amount().compareTo(whole) < 0;
    }
}
