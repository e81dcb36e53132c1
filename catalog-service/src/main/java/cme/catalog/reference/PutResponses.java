package cme.catalog.reference;

import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// The HTTP responses to a put.
public final class PutResponses {

    private PutResponses() {}

    public static Response of(PutOutcome<?> outcome, IfMatch ifMatch) {
        return switch (outcome) {
            case PutOutcome.Created(var view, var tag) -> response(201, view, tag);
            case PutOutcome.Kept(var view, var tag) -> response(200, view, tag);
            case PutOutcome.Stale(var current) -> ifMatch.refusal(current).response();
        };
    }

    private static Response response(int status, Object view, ETag tag) {
        return Response.status(status).entity(view).header(HttpHeaders.ETAG, tag.header()).build();
    }
}
