package cme.portal.pending;

import cme.portal.page.Frame;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The number behind a link of the navigation, which a script asks for when the page is there: no
/// page waits for it.
@Path("/pending")
@RolesAllowed("board")
public class PendingResource {
    private final PendingCounts counts;
    private final Frame frame;

    PendingResource(PendingCounts counts, Frame frame) {
        this.counts = counts;
        this.frame = frame;
    }

    /// Such as ` (40)`. Nothing when no row waits, or while that is not known.
    @GET
    @Path("/held")
    @Produces(MediaType.TEXT_PLAIN)
    @RunOnVirtualThread
    public Response heldRows() {
        return counts.amount(Kind.HELD_ROWS)
                .filter(amount -> amount.number() > 0)
                .map(amount -> Response.ok(" (" + amount.words(frame.formats()) + ")"))
                .orElseGet(Response::noContent)
                .build();
    }
}
