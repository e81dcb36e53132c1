package cme.chassis.feed;

import cme.chassis.eventlog.CloudEvent;
import cme.chassis.http.Listing;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Events that follow each other in the feed.
///
/// @param cursor the value of `after` for the next call, also when there are no events
@Schema(name = "ChangeFeed", description = "Events in the order in which they are published")
public record Changes(
        List<CloudEvent> items,
        @Schema(
                        description = "Send back as `after`, also when there are no items",
                        examples = "Y3JlZGl0LmNvbXBsZXRpb25zLnYxHzEyHzRjZjU2YWI3ODkwMQ")
                String cursor)
        implements Listing {

    public Changes {
        items = List.copyOf(items);
    }
}
