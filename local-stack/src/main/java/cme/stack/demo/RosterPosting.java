package cme.stack.demo;

import cme.stack.client.Api;
import cme.stack.process.StackFailure;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.concurrent.locks.LockSupport;

/// Posts rosters as a meeting system would: again, while the credit-service has not heard of the
/// activity or of any provider yet. Posting a roster again is harmless.
final class RosterPosting {

    private static final int UNAVAILABLE = 503;
    private static final int MAX_TRIES = 50;
    private static final long PAUSE_NANOS = 200_000_000;

    private RosterPosting() {}

    /// @param externalId may be followed by further parameters
    /// @return the answer, whose results have an outcome for each row
    static JsonNode post(Api poster, String externalId, String csv) {
        var answer = once(poster, externalId, csv);
        for (int tries = 1; isTooEarly(answer) && tries < MAX_TRIES; tries++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = once(poster, externalId, csv);
        }
        if (isUnavailable(answer)) {
            throw new StackFailure("The credit-service does not take rosters: " + answer);
        }
        return answer;
    }

    private static JsonNode once(Api poster, String externalId, String csv) {
        return poster.post("/v1/rosters?externalId=" + externalId, "text/csv", csv)
                .expect(200, 201, UNAVAILABLE)
                .body();
    }

    private static boolean isUnavailable(JsonNode answer) {
        return answer.path("status").asInt() == UNAVAILABLE;
    }

    private static boolean isTooEarly(JsonNode roster) {
        return isUnavailable(roster)
                || roster.path("results").findValuesAsText("code").contains("activity.unknown");
    }
}
