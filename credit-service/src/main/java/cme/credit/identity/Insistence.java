package cme.credit.identity;

import cme.chassis.json.Fields;

import org.jspecify.annotations.Nullable;

/// The parameters with which the board insists that people who look alike are different people.
final class Insistence {
    static final int MAX_REASON = 500;

    private Insistence() {}

    /// The reason; null when the board does not insist.
    static @Nullable String read(Fields query) {
        boolean insists = Boolean.TRUE.equals(query.flag("insist"));
        String reason = query.text("reason", MAX_REASON);
        if (insists) {
            return query.required("reason", reason);
        }
        if (reason != null) {
            query.violation("insist", "required", "Send insist=true with the reason.");
        }
        return null;
    }
}
