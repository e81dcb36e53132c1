package cme.catalog.editing;

import cme.catalog.activity.ActivityCode;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;

import java.util.UUID;

/// What the segments of a path name.
final class Paths {

    private Paths() {}

    /// Of an activity that should exist.
    static ActivityCode existing(String code) {
        if (!ActivityCode.isCode(code)) {
            throw noActivity();
        }
        return new ActivityCode(code);
    }

    static NoSuchResource noActivity() {
        return new NoSuchResource("There is no such activity.");
    }

    /// Of an activity that may be new.
    static ActivityCode wanted(String code) {
        if (!ActivityCode.isCode(code)) {
            throw new InvalidRequest("/code", "code.form", ActivityCode.FORM);
        }
        return new ActivityCode(code);
    }

    static UUID approval(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NoSuchResource("There is no such approval.");
        }
    }
}
