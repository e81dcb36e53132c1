package cme.catalog.operations;

import cme.chassis.eventlog.Audience;
import cme.chassis.feed.ChangeFeed;
import cme.chassis.feed.ChangeFeedOperations;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// The feed of activities. It is open to all, so nobody reads of proposals here.
@Path("/v1/catalog-changes")
@PermitAll
public class CatalogChangesResource extends ChangeFeedOperations {

    private static final Audience PUBLIC =
            new Audience(
                    "PUBLIC",
                    """
                    (payload ->> 'status' = 'APPROVED'
                        or payload ->> 'status' = 'RETIRED'
                            and (payload -> 'approvals' <> '[]'
                                or exists (select from event_log earlier
                                    where earlier.key = event_log.key
                                        and earlier.seq < event_log.seq
                                        and earlier.type = 'cme.catalog.activity.approved')))
                    """);

    CatalogChangesResource(ChangeFeed feed) {
        super(feed);
    }

    @Override
    protected Audience audience() {
        return PUBLIC;
    }

    @Override
    public Response changes(UriInfo uri) {
        return super.changes(uri);
    }
}
