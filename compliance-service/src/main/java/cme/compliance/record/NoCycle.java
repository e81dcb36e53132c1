package cme.compliance.record;

import cme.chassis.problem.Problem;
import cme.compliance.rules.DiplomateId;

/// The problem of a diplomate without a cycle: without one nothing can be said about a diplomate.
public final class NoCycle {

    private NoCycle() {}

    public static Problem of(DiplomateId diplomate) {
        return Problem.of(
                404,
                "no-cycle",
                "No cycle recorded",
                "The board has recorded no cycle for diplomate " + diplomate + ".");
    }

    /// @param year was asked for and is a year of no cycle
    public static Problem of(DiplomateId diplomate, int year) {
        return Problem.of(
                404,
                "no-cycle",
                "No cycle recorded",
                "The board has recorded no cycle with the year %d for diplomate %s."
                        .formatted(year, diplomate));
    }
}
