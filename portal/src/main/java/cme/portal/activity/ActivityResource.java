package cme.portal.activity;

import cme.portal.activity.ActivityPage.Attempt;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

/// One activity, for everybody; a proposal for the board and its society.
@Path("/activities/{code}")
@PermitAll
public class ActivityResource {
    private final ActivityPages pages;

    ActivityResource(ActivityPages pages) {
        this.pages = pages;
    }

    /// @param whom for whom the board looks at it
    /// @param done what was just recorded
    /// @param undo id of the approval that was just recorded
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance activity(
            @PathParam("code") String code,
            @QueryParam("for") @Nullable String whom,
            @QueryParam("done") @Nullable String done,
            @QueryParam("undo") @DefaultValue("") String undo) {
        return pages.show(
                code, whom == null || whom.isBlank() ? null : whom, Attempt.NONE, done, undo);
    }
}
