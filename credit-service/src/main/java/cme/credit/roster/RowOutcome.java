package cme.credit.roster;

import cme.credit.posting.Verdict;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The result of a posted row in one word.
@Schema(name = "RowOutcome")
enum RowOutcome {
    RECORDED,
    DUPLICATE,
    WITHDRAWN,
    CONFLICT,
    HELD,
    REJECTED;

    static RowOutcome of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded _, Verdict.Reinstated _ -> RECORDED;
            case Verdict.Duplicate _, Verdict.SameAsRow _ -> DUPLICATE;
            case Verdict.Withdrawn _ -> WITHDRAWN;
            case Verdict.Conflict _ -> CONFLICT;
            case Verdict.Held _ -> HELD;
            case Verdict.Rejected _ -> REJECTED;
        };
    }
}
