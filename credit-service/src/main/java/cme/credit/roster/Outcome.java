package cme.credit.roster;

import cme.credit.posting.Verdict;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of a row, in a word.
@Schema(name = "RowOutcome")
enum Outcome {
    RECORDED,
    DUPLICATE,
    CONFLICT,
    HELD,
    REJECTED;

    static Outcome of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded _ -> RECORDED;
            case Verdict.Duplicate _ -> DUPLICATE;
            case Verdict.Conflict _ -> CONFLICT;
            case Verdict.Held _ -> HELD;
            case Verdict.Rejected _ -> REJECTED;
        };
    }
}
