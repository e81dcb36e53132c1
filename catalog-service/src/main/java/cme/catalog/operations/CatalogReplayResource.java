package cme.catalog.operations;

import cme.chassis.caller.Caller;
import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.eventlog.ReplayResource;
import cme.chassis.eventlog.Replays;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Publishes activities once more.
@Path("/v1/catalog-publications/replay")
@RolesAllowed({"board", "ops"})
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class CatalogReplayResource extends ReplayResource {

    CatalogReplayResource(Replays replays, PublishedTopic topic, Caller caller) {
        super(replays, topic, caller);
    }
}
