package cme.chassis.http;

import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/// A request to take something back, as every `DELETE` of what people recorded is read.
///
/// @param ifMatch the version that the caller has seen
public record Deletion(IfMatch ifMatch, String reason) {

    /// The longest reason, in characters.
    public static final int MAX_REASON = 1_000;

    /// @throws InvalidRequest without a reason (400) or a version (428)
    public static Deletion read(UriInfo uri, HttpHeaders headers) {
        IfMatch ifMatch = IfMatch.in(headers);
        Fields query = Fields.ofQuery(uri);
        String reason = query.requiredText("reason", MAX_REASON);
        query.complete();
        if (ifMatch.isMissing()) {
            throw new InvalidRequest(Problem.preconditionRequired());
        }
        return new Deletion(ifMatch, reason);
    }
}
