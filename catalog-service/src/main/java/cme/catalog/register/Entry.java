package cme.catalog.register;

import cme.catalog.activity.Activity;

import java.time.Instant;

/// An activity as it stands in the register.
///
/// @param revision 1 for the first, one more with every change
/// @param recordedAt when this revision was recorded; never before the one it follows
/// @param recordedBy who recorded it: the subject of a token, or `shipped`
public record Entry(Activity activity, int revision, Instant recordedAt, String recordedBy) {

    /// The next revision.
    public Entry followedBy(Activity changed, Instant now, String by) {
        var at = now.isBefore(recordedAt) ? recordedAt : now;
        return new Entry(changed, revision + 1, at, by);
    }

    public static Entry first(Activity activity, Instant now, String by) {
        return new Entry(activity, 1, now, by);
    }

    public String code() {
        return activity.code().value();
    }
}
