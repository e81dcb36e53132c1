package cme.compliance.record;

import cme.chassis.http.ETag;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Outcomes of recording as HTTP says them.
public final class Answers {

    private Answers() {}

    public static <R> Response of(
            Outcome<R> outcome, Function<R, Object> view, ToIntFunction<R> revision) {
        return switch (outcome) {
            case Outcome.Created<R>(R now) ->
                    answer(201, view.apply(now), revision.applyAsInt(now));
            case Outcome.Replaced<R>(R now) ->
                    answer(200, view.apply(now), revision.applyAsInt(now));
            case Outcome.Unchanged<R>(R now) ->
                    answer(200, view.apply(now), revision.applyAsInt(now));
            case Outcome.Refused<R>(var problem) -> problem.response();
        };
    }

    private static Response answer(int status, Object view, int revision) {
        return Response.status(status)
                .entity(view)
                .header(HttpHeaders.ETAG, ETag.of(revision).header())
                .build();
    }
}
