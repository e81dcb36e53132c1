package cme.compliance.diplomate;

import cme.chassis.problem.Problem;
import cme.compliance.rules.DiplomateId;

/// Without a cycle nothing can be said about a diplomate, whatever was completed.
public final class NoCycle {

    private NoCycle() {}

    public static Problem of(DiplomateId diplomate) {
        return Problem.of(
                404,
                "no-cycle",
                "No cycle recorded",
                "The board has recorded no cycle for diplomate " + diplomate + ".");
    }

    /// The same where a cycle is needed to record something else.
    public static Problem conflict(DiplomateId diplomate) {
        return Problem.conflict(
                "no-cycle",
                "Record the cycle of diplomate %s first: due years and requirements follow from it."
                        .formatted(diplomate));
    }
}
