package cme.compliance.operations;

import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.eventlog.Replay;
import cme.chassis.eventlog.ReplayOperations;
import cme.chassis.eventlog.Replays;
import cme.chassis.http.Caller;
import cme.compliance.access.Roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// Publishes readiness events again.
@Path("/v1/readiness-publications/replay")
@RolesAllowed({Roles.BOARD, Roles.OPS})
public class ReadinessReplayResource extends ReplayOperations {

    ReadinessReplayResource(Replays replays, PublishedTopic topic, Caller caller) {
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
