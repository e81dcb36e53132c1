package cme.chassis.table;

import cme.chassis.http.DryRun;
import cme.chassis.json.Fields;

import jakarta.ws.rs.core.UriInfo;

import java.util.List;

/// The parameters of an import.
///
/// @param dryRun whether the answer alone is wanted
/// @param ignored columns of a table that are passed over
public record ImportQuery(boolean dryRun, List<String> ignored) {

    public ImportQuery {
        ignored = List.copyOf(ignored);
    }

    /// @throws cme.chassis.problem.InvalidRequest when there are others, or wrong values
    public static ImportQuery of(UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        ImportQuery read = read(query);
        query.complete();
        return read;
    }

    /// As [#of]; the caller reads parameters of its own and completes the query.
    public static ImportQuery read(Fields query) {
        return new ImportQuery(DryRun.isAsked(query), TableColumns.ignored(query));
    }
}
