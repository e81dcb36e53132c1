package cme.chassis.eventlog;

import cme.chassis.caller.Caller;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

@Path("/v1/test-publications/replay")
@RolesAllowed({"board", "ops"})
@RunOnVirtualThread
public class TestReplayResource extends ReplayResource {

    TestReplayResource(Replays replays, PublishedTopic topic, Caller caller) {
        super(replays, topic, caller);
    }
}
