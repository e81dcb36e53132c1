package cme.chassis.rebuild;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("/v1/test-projection/rebuild")
@RolesAllowed({"board", "ops"})
@RunOnVirtualThread
public class TestRebuildResource {

    private final RebuildAnswers answers;

    TestRebuildResource(RebuildAnswers answers) {
        this.answers = answers;
    }

    @POST
    public Response request() {
        return answers.request();
    }

    @GET
    public Rebuild latest() {
        return answers.latest();
    }
}
