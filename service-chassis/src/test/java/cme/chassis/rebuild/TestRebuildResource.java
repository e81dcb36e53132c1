package cme.chassis.rebuild;

import cme.chassis.http.Caller;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("/v1/test-projection/rebuild")
@RolesAllowed({"board", "ops"})
public class TestRebuildResource extends RebuildOperations {

    TestRebuildResource(Rebuilds rebuilds, Caller caller) {
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
