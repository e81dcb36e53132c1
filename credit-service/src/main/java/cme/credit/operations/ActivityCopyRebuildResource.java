package cme.credit.operations;

import cme.chassis.http.Caller;
import cme.chassis.rebuild.Rebuild;
import cme.chassis.rebuild.RebuildOperations;
import cme.chassis.rebuild.Rebuilds;
import cme.credit.access.Roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// Rebuilds the copy of the catalog from its topic.
@Path("/v1/activity-copy/rebuild")
@RolesAllowed({Roles.BOARD, Roles.OPS})
public class ActivityCopyRebuildResource extends RebuildOperations {

    ActivityCopyRebuildResource(Rebuilds rebuilds, Caller caller) {
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
