package cme.chassis.feed;

import cme.chassis.eventlog.Audience;
import cme.chassis.http.Caller;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

@Path("/v1/test-changes")
@RolesAllowed({"board", "society"})
public class TestChangesResource extends ChangeFeedOperations {

    private final Caller caller;

    TestChangesResource(ChangeFeed feed, Caller caller) {
        super(feed);
        this.caller = caller;
    }

    @Override
    protected Audience audience() {
        return caller.is("board")
                ? Audience.ofEverything("BOARD")
                : new Audience(
                        caller.claim("provider").orElseThrow(),
                        "payload ->> 'provider' = :audience");
    }

    @Override
    public Response changes(UriInfo uri) {
        return super.changes(uri);
    }
}
