package cme.chassis.http;

import cme.chassis.json.Fields;

import jakarta.ws.rs.core.UriInfo;

/// The parameter `dryRun` of every operation that writes many rows: with `true` it gives the same
/// answer and records nothing.
public final class DryRun {

    private DryRun() {}

    /// For an operation that has no other parameter.
    public static boolean isAsked(UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        boolean isAsked = isAsked(query);
        query.complete();
        return isAsked;
    }

    /// For an operation that reads other parameters too.
    public static boolean isAsked(Fields query) {
        return Boolean.TRUE.equals(query.flag("dryRun"));
    }
}
