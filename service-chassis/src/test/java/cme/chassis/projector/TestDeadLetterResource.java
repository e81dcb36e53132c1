package cme.chassis.projector;

import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

@Path("/v1/test-projection/dead-letters")
@RolesAllowed("board")
@RunOnVirtualThread
public class TestDeadLetterResource {

    private final DeadLetterAnswers answers;

    TestDeadLetterResource(DeadLetterAnswers answers) {
        this.answers = answers;
    }

    @GET
    public Page<DeadLetter> list(@Context UriInfo uri) {
        return answers.list(uri);
    }

    @GET
    @Path(DeadLetterAnswers.ID)
    public DeadLetterWithValue get(@PathParam("id") long id) {
        return answers.get(id);
    }

    @POST
    @Path(DeadLetterAnswers.ID + "/retry")
    public Response retry(@PathParam("id") long id) {
        return answers.retry(id);
    }

    @POST
    @Path(DeadLetterAnswers.ID + "/discard")
    public Response discard(@PathParam("id") long id, JsonBody body) {
        return answers.discard(id, body);
    }
}
