package cme.compliance.operations;

import cme.chassis.caller.Caller;
import cme.chassis.projector.DeadLetterDesk;
import cme.chassis.projector.DeadLetterResource;
import cme.chassis.projector.DeadLetters;
import cme.compliance.diplomate.Access;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Events of the ledger and the catalog that took no effect. What is in them is the board's
/// business.
@Path("/v1/projection/dead-letters")
@RolesAllowed(Access.BOARD)
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class ProjectionDeadLetterResource extends DeadLetterResource {

    ProjectionDeadLetterResource(DeadLetters letters, DeadLetterDesk desk, Caller caller) {
        super(letters, desk, caller);
    }
}
