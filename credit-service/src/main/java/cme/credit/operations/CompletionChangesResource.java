package cme.credit.operations;

import cme.chassis.eventlog.Audience;
import cme.chassis.feed.ChangeFeed;
import cme.chassis.feed.ChangeFeedOperations;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.completion.CompletionAudience;

import io.quarkus.security.ForbiddenException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// The feed of completions: a society reads what became of its own, the board everything.
@Path("/v1/completion-changes")
@RolesAllowed({Roles.BOARD, Roles.SOCIETY})
public class CompletionChangesResource extends ChangeFeedOperations {

    private final Access access;

    CompletionChangesResource(ChangeFeed feed, Access access) {
        super(feed);
        this.access = access;
    }

    @Override
    protected Audience audience() {
        return CompletionAudience.of(access.poster().orElseThrow(ForbiddenException::new));
    }

    @Override
    public Response changes(UriInfo uri) {
        return super.changes(uri);
    }
}
