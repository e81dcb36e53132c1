package cme.credit.roster;

import cme.credit.posting.Verdict;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The result of a posted row in one word.
@Schema(name = "RowOutcome")
enum RowOutcome {
    RECORDED,
    DUPLICATE,
    CONFLICT,
    HELD,
    REJECTED;

    static RowOutcome of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded _ -> RECORDED;
            case Verdict.Duplicate _ -> DUPLICATE;
            case Verdict.Conflict _ -> CONFLICT;
            case Verdict.Held _ -> HELD;
            case Verdict.Rejected _ -> REJECTED;
        };
    }
}
