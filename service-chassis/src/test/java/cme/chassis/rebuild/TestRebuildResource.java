package cme.chassis.rebuild;

import cme.chassis.caller.Caller;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

@Path("/v1/test-projection/rebuild")
@RolesAllowed({"board", "ops"})
@RunOnVirtualThread
public class TestRebuildResource extends RebuildResource {

    TestRebuildResource(Rebuilds rebuilds, Caller caller) {
        super(rebuilds, caller);
    }
}
