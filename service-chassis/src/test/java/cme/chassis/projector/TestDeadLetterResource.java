package cme.chassis.projector;

import cme.chassis.http.Caller;
import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

@Path("/v1/test-projection/dead-letters")
@RolesAllowed("board")
public class TestDeadLetterResource extends DeadLetterOperations {

    TestDeadLetterResource(DeadLetterService service, Caller caller) {
        super(service, caller);
    }

    @Override
    public Page<DeadLetter> list(UriInfo uri) {
        return super.list(uri);
    }

    @Override
    public DeadLetterWithValue get(long id) {
        return super.get(id);
    }

    @Override
    public Response retry(long id) {
        return super.retry(id);
    }

    @Override
    public Response discard(long id, JsonBody body) {
        return super.discard(id, body);
    }
}
