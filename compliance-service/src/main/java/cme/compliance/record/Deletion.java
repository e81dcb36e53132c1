package cme.compliance.record;

import cme.chassis.http.IfMatch;
import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

/// A request to take something back.
///
/// @param ifMatch the version that the caller has seen
public record Deletion(IfMatch ifMatch, String reason) {

    public static final int MAX_REASON = 1_000;

    /// @throws InvalidRequest without a reason (400) or a version (428)
    public static Deletion read(Fields query, IfMatch ifMatch) {
        String reason = query.requiredText("reason", MAX_REASON);
        query.complete();
        if (ifMatch.isMissing()) {
            throw new InvalidRequest(Problem.preconditionRequired());
        }
        return new Deletion(ifMatch, reason);
    }
}
