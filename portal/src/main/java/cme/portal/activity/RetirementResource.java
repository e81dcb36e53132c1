package cme.portal.activity;

import cme.portal.activity.ActivityPage.Attempt;
import cme.portal.catalog.CatalogClient;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Versioned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The board retires an activity or rejects a proposal, and takes that back.
@Path("/activities/{code}/retirement")
@RolesAllowed("board")
public class RetirementResource {
    private static final String UNDONE = "The retirement was taken back.";

    private final CatalogClient catalog;
    private final ActivityPages pages;

    RetirementResource(@RestClient CatalogClient catalog, ActivityPages pages) {
        this.catalog = catalog;
        this.pages = pages;
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response retire(@PathParam("code") String code, @BeanParam RetirementForm form) {
        List<Fault> faults = form.faults();
        if (!faults.isEmpty()) {
            return pages.refused(code, new Attempt(null, form, faults, null));
        }
        try {
            catalog.retire(code, Versioned.tag(form.revision), form.request());
            return ActivityPages.seeOther(code, "retired", null);
        } catch (ServiceProblem problem) {
            return pages.refused(
                    code, new Attempt(null, form, List.of(), null), form.revision, problem);
        }
    }

    /// @param revision the revision that was seen
    @POST
    @Path("/withdrawal")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response reinstate(
            @PathParam("code") String code, @QueryParam("revision") int revision) {
        try {
            catalog.removeRetirement(code, Versioned.tag(revision), UNDONE);
            return ActivityPages.seeOther(code, "reinstated", null);
        } catch (ServiceProblem problem) {
            return pages.refused(code, Attempt.NONE, revision, problem);
        }
    }
}
