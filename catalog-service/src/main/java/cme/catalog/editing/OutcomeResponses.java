package cme.catalog.editing;

import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.ActivityView;
import cme.chassis.http.ETag;
import cme.chassis.problem.Problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.function.BiFunction;

/// The HTTP responses to edits.
final class OutcomeResponses {

    private OutcomeResponses() {}

    /// The current activity, with 201 when it is new and 200 otherwise.
    static Response withActivity(ActivityOutcome outcome) {
        return of(
                outcome,
                (status, revision) ->
                        response(status, revision).entity(ActivityView.of(revision)).build());
    }

    /// No content, with the ETag.
    static Response withoutContent(ActivityOutcome outcome) {
        return of(outcome, (_, revision) -> response(204, revision).build());
    }

    /// @param success makes the response to an edit that succeeded
    static Response of(
            ActivityOutcome outcome, BiFunction<Integer, ActivityRevision, Response> success) {
        return switch (outcome) {
            case ActivityOutcome.Created(var revision) -> success.apply(201, revision);
            case ActivityOutcome.Changed(var revision) -> success.apply(200, revision);
            case ActivityOutcome.Unchanged(var revision) -> success.apply(200, revision);
            case ActivityOutcome.Withdrawn() -> Response.noContent().build();
            case ActivityOutcome.Missing(var detail) -> Problem.notFound(detail).response();
            case ActivityOutcome.NotAllowed(var detail) -> Problem.forbidden(detail).response();
            case ActivityOutcome.UnknownProvider(var provider) ->
                    Problem.of(
                                    403,
                                    "provider-unknown",
                                    "Not allowed",
                                    "The catalog has no provider %s, which the token speaks for; the board adds it."
                                            .formatted(provider))
                            .response();
            case ActivityOutcome.Invalid(var violations) -> Problem.invalid(violations).response();
            case ActivityOutcome.IfMatchMissing() -> Problem.preconditionRequired().response();
            case ActivityOutcome.Conflict(var slug, var detail) ->
                    Problem.conflict(slug, detail).response();
            case ActivityOutcome.Stale(var detail, var differences) ->
                    Problem.stale(detail).withErrors(differences).response();
        };
    }

    static Response.ResponseBuilder response(int status, ActivityRevision revision) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, ETag.of(revision.number()).header());
    }
}
