package cme.chassis.eventlog;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

@Path("/v1/test-publications/replay")
@RolesAllowed({"board", "ops"})
@RunOnVirtualThread
public class TestReplayResource {

    private final ReplayAnswers answers;

    TestReplayResource(ReplayAnswers answers) {
        this.answers = answers;
    }

    @POST
    public Response request(@Context UriInfo uri) {
        return answers.request(uri);
    }

    @GET
    public Replay latest() {
        return answers.latest();
    }
}
