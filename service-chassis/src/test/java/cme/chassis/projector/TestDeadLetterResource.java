package cme.chassis.projector;

import cme.chassis.caller.Caller;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

@Path("/v1/test-projection/dead-letters")
@RolesAllowed("board")
@RunOnVirtualThread
public class TestDeadLetterResource extends DeadLetterResource {

    TestDeadLetterResource(DeadLetters letters, DeadLetterDesk desk, Caller caller) {
        super(letters, desk, caller);
    }
}
