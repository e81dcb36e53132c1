package cme.compliance.operations;

import cme.chassis.http.Caller;
import cme.chassis.rebuild.Rebuild;
import cme.chassis.rebuild.RebuildOperations;
import cme.chassis.rebuild.Rebuilds;
import cme.compliance.access.Roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// Rebuilds completions and activities from their topics and assesses every diplomate again.
@Path("/v1/projection/rebuild")
@RolesAllowed({Roles.BOARD, Roles.OPS})
public class ProjectionRebuildResource extends RebuildOperations {

    ProjectionRebuildResource(Rebuilds rebuilds, Caller caller) {
        super(rebuilds, caller);
    }

    @Override
    public Response request() {
        return super.request();
    }

    @Override
    public Rebuild latest() {
        return super.latest();
    }
}
