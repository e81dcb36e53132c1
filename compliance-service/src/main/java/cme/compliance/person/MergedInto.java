package cme.compliance.person;

import cme.chassis.problem.Problem;
import cme.compliance.rules.DiplomateId;

/// The problem of a number that turned out to be another diplomate's: everything is with that one.
public final class MergedInto {

    public static final String SLUG = "merged-into";

    private MergedInto() {}

    public static Problem of(DiplomateId number, DiplomateId remaining) {
        return Problem.of(404, SLUG, "Merged into another number", sentence(number, remaining))
                .withMergedInto(remaining.value());
    }

    public static String sentence(DiplomateId number, DiplomateId remaining) {
        return "%s is merged into %s: ask for that number.".formatted(number, remaining);
    }
}
