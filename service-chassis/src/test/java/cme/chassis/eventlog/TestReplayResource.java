package cme.chassis.eventlog;

import cme.chassis.http.Caller;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

@Path("/v1/test-publications/replay")
@RolesAllowed({"board", "ops"})
public class TestReplayResource extends ReplayOperations {

    TestReplayResource(Replays replays, PublishedTopic topic, Caller caller) {
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
