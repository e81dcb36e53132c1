package cme.catalog.editing;

import cme.catalog.register.ActivityView;
import cme.catalog.register.Entry;
import cme.chassis.http.ETag;
import cme.chassis.problem.Problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.function.BiFunction;

/// Outcomes as HTTP says them.
final class Answers {

    private Answers() {}

    /// With the activity as it is now: 201 when it is new, 200 otherwise.
    static Response withActivity(Outcome outcome) {
        return of(
                outcome,
                (status, entry) -> answer(status, entry).entity(ActivityView.of(entry)).build());
    }

    /// With nothing but the ETag.
    static Response withoutContent(Outcome outcome) {
        return of(outcome, (_, entry) -> answer(204, entry).build());
    }

    /// @param success makes the answer to an edit that succeeded, of its status and the entry
    static Response of(Outcome outcome, BiFunction<Integer, Entry, Response> success) {
        return switch (outcome) {
            case Outcome.Created(var entry) -> success.apply(201, entry);
            case Outcome.Changed(var entry) -> success.apply(200, entry);
            case Outcome.Unchanged(var entry) -> success.apply(200, entry);
            case Outcome.Withdrawn() -> Response.noContent().build();
            case Outcome.Missing(var detail) -> Problem.notFound(detail).response();
            case Outcome.NotAllowed(var detail) -> Problem.forbidden(detail).response();
            case Outcome.Invalid(var violations) -> Problem.invalid(violations).response();
            case Outcome.Unseen() -> Problem.preconditionRequired().response();
            case Outcome.Conflict(var slug, var detail) ->
                    Problem.conflict(slug, detail).response();
            case Outcome.Stale(var detail, var differences) -> {
                var stale = Problem.stale(detail);
                yield new Problem(stale.type(), stale.title(), stale.status(), detail, differences)
                        .response();
            }
        };
    }

    static Response.ResponseBuilder answer(int status, Entry entry) {
        return Response.status(status).header(HttpHeaders.ETAG, ETag.of(entry.revision()).header());
    }
}
