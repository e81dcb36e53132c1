package cme.credit.roster;

import cme.credit.completion.Verdict;

/// What became of a row, in a word.
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
