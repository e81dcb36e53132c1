package cme.catalog.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// An activity after one change.
///
/// @param number 1 for the first, one more with every change
/// @param recordedAt when it was recorded; later than the revision before
/// @param recordedBy the subject of the token that recorded it, or `shipped`
public record ActivityRevision(
        Activity activity, int number, Instant recordedAt, String recordedBy) {

    public static ActivityRevision first(Activity activity, Instant now, String by) {
        return new ActivityRevision(activity, 1, now, by);
    }

    public ActivityRevision next(Activity changed, Instant now, String by) {
        Instant earliest = recordedAt.plus(1, ChronoUnit.MICROS);
        return new ActivityRevision(
                changed, number + 1, now.isBefore(earliest) ? earliest : now, by);
    }

    public String code() {
        return activity.code().value();
    }
}
