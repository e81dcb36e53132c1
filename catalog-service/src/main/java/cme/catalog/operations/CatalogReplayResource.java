package cme.catalog.operations;

import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.eventlog.Replay;
import cme.chassis.eventlog.ReplayOperations;
import cme.chassis.eventlog.Replays;
import cme.chassis.http.Caller;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// Publishes activities again.
@Path("/v1/catalog-publications/replay")
@RolesAllowed({"board", "ops"})
public class CatalogReplayResource extends ReplayOperations {

    CatalogReplayResource(Replays replays, PublishedTopic topic, Caller caller) {
        super(replays, topic, caller);
    }

    @Override
    public Response request(UriInfo uri) {
        return super.request(uri);
    }

    @Override
    public Replay latest() {
        return super.latest();
    }
}
