package cme.compliance.operations;

import cme.chassis.caller.Caller;
import cme.chassis.rebuild.RebuildResource;
import cme.chassis.rebuild.Rebuilds;
import cme.compliance.diplomate.Access;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Makes completions and activities anew from their topics and assesses everybody again.
@Path("/v1/projection/rebuild")
@RolesAllowed({Access.BOARD, Access.OPS})
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class ProjectionRebuildResource extends RebuildResource {

    ProjectionRebuildResource(Rebuilds rebuilds, Caller caller) {
        super(rebuilds, caller);
    }
}
