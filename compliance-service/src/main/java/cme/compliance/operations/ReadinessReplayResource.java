package cme.compliance.operations;

import cme.chassis.caller.Caller;
import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.eventlog.ReplayResource;
import cme.chassis.eventlog.Replays;
import cme.compliance.diplomate.Access;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Publishes events of readiness once more.
@Path("/v1/readiness-publications/replay")
@RolesAllowed({Access.BOARD, Access.OPS})
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class ReadinessReplayResource extends ReplayResource {

    ReadinessReplayResource(Replays replays, PublishedTopic topic, Caller caller) {
        super(replays, topic, caller);
    }
}
