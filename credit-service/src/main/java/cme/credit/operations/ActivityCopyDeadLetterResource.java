package cme.credit.operations;

import cme.chassis.caller.Caller;
import cme.chassis.projector.DeadLetterDesk;
import cme.chassis.projector.DeadLetterResource;
import cme.chassis.projector.DeadLetters;
import cme.credit.access.Roles;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Events of the catalog that took no effect.
@Path("/v1/activity-copy/dead-letters")
@RolesAllowed(Roles.BOARD)
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class ActivityCopyDeadLetterResource extends DeadLetterResource {

    ActivityCopyDeadLetterResource(DeadLetters letters, DeadLetterDesk desk, Caller caller) {
        super(letters, desk, caller);
    }
}
