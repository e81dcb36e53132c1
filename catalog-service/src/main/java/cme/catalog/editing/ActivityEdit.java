package cme.catalog.editing;

import cme.catalog.activity.ActivityCode;
import cme.chassis.http.IfMatch;

import org.jspecify.annotations.Nullable;

/// An edit of one activity.
///
/// @param ifMatch the revision that the editor has seen
/// @param reason why; null when it was not sent
record ActivityEdit(ActivityCode code, Editor editor, IfMatch ifMatch, @Nullable String reason) {

    /// The same edit, for a change that overwrites nothing: If-Match is honoured when it is sent.
    ActivityEdit withOptionalIfMatch() {
        return new ActivityEdit(code, editor, ifMatch.optional(), reason);
    }
}
