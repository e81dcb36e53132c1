package cme.compliance.operations;

import cme.chassis.http.Caller;
import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;
import cme.chassis.projector.DeadLetter;
import cme.chassis.projector.DeadLetterOperations;
import cme.chassis.projector.DeadLetterService;
import cme.compliance.access.Roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// Shows the events of credits and of the catalog that took no effect. Only the board may see their
/// content.
@Path("/v1/projection/dead-letters")
@RolesAllowed(Roles.BOARD)
public class ProjectionDeadLetterResource extends DeadLetterOperations {

    ProjectionDeadLetterResource(DeadLetterService service, Caller caller) {
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
