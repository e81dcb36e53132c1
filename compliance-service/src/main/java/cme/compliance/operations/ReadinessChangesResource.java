package cme.compliance.operations;

import cme.chassis.eventlog.Audience;
import cme.chassis.feed.ChangeFeed;
import cme.chassis.feed.ChangeFeedOperations;
import cme.compliance.access.Roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// The feed of readiness. A status belongs to its diplomate and to no society, so it is for the
/// board alone.
@Path("/v1/readiness-changes")
@RolesAllowed(Roles.BOARD)
public class ReadinessChangesResource extends ChangeFeedOperations {

    ReadinessChangesResource(ChangeFeed feed) {
        super(feed);
    }

    @Override
    protected Audience audience() {
        return Audience.ofEverything(ReadinessWebhooks.OWNER);
    }

    @Override
    public Response changes(UriInfo uri) {
        return super.changes(uri);
    }
}
