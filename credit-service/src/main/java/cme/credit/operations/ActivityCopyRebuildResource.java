package cme.credit.operations;

import cme.chassis.caller.Caller;
import cme.chassis.rebuild.RebuildResource;
import cme.chassis.rebuild.Rebuilds;
import cme.credit.access.Roles;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Makes the copy of the catalog anew from its topic.
@Path("/v1/activity-copy/rebuild")
@RolesAllowed({Roles.BOARD, Roles.OPS})
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class ActivityCopyRebuildResource extends RebuildResource {

    ActivityCopyRebuildResource(Rebuilds rebuilds, Caller caller) {
        super(rebuilds, caller);
    }
}
