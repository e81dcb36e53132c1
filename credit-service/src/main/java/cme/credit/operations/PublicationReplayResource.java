package cme.credit.operations;

import cme.chassis.caller.Caller;
import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.eventlog.ReplayResource;
import cme.chassis.eventlog.Replays;
import cme.credit.access.Roles;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Publishes completions once more.
@Path("/v1/publications/replay")
@RolesAllowed({Roles.BOARD, Roles.OPS})
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class PublicationReplayResource extends ReplayResource {

    PublicationReplayResource(Replays replays, PublishedTopic topic, Caller caller) {
        super(replays, topic, caller);
    }
}
