package cme.compliance.record;

import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.problem.Problem;
import cme.compliance.record.Revision.Recorded;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.function.Function;

/// The answers that the resources of the record share.
public abstract class RecordResource {

    protected static <K, V> Response answer(
            Outcome<K, V> outcome, IfMatch ifMatch, Function<Recorded<K, V>, ?> view) {
        return switch (outcome) {
            case Outcome.Created<K, V>(Recorded<K, V> now) -> answer(201, now, view);
            case Outcome.Replaced<K, V>(Recorded<K, V> now) -> answer(200, now, view);
            case Outcome.Unchanged<K, V>(Recorded<K, V> now) -> answer(200, now, view);
            case Outcome.TakenBack<K, V> _ -> Response.noContent().build();
            case Outcome.Stale<K, V>(Recorded<K, V> current) ->
                    ifMatch.refusal(ETag.of(current.number())).response();
            case Outcome.Invalid<K, V>(var violations) -> Problem.invalid(violations).response();
            case Outcome.Conflict<K, V>(String slug, String detail) ->
                    Problem.conflict(slug, detail).response();
        };
    }

    private static <K, V> Response answer(
            int status, Recorded<K, V> now, Function<Recorded<K, V>, ?> view) {
        return Response.status(status)
                .entity(view.apply(now))
                .header(HttpHeaders.ETAG, ETag.of(now.number()).header())
                .build();
    }
}
