package cme.portal.activity;

import cme.portal.activity.ActivityPage.Attempt;
import cme.portal.catalog.Activity;
import cme.portal.catalog.CatalogClient;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Versioned;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The board approves an activity, ends or changes an approval, and takes one back.
@Path("/activities/{code}/approvals")
@RolesAllowed("board")
public class ApprovalResource {
    private static final String UNDONE = "Taken back right after it was recorded.";
    private static final int ALL = 200;

    private final CatalogClient catalog;
    private final ActivityPages pages;
    private final Reader reader;
    private final Concurrently concurrently;
    private final Frame frame;

    ApprovalResource(
            @RestClient CatalogClient catalog,
            ActivityPages pages,
            Reader reader,
            Concurrently concurrently,
            Frame frame) {
        this.catalog = catalog;
        this.pages = pages;
        this.reader = reader;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "activity")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance approval(ApprovalPage page);
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response approve(@PathParam("code") String code, @BeanParam ApprovalForm form) {
        List<Fault> faults = form.faults();
        if (!faults.isEmpty()) {
            return pages.refused(code, new Attempt(form, null, faults, null));
        }
        try {
            Activity.Approval given =
                    catalog.approve(code, Versioned.tag(form.revision), form.request()).getEntity();
            return ActivityPages.seeOther(code, "approved", given.id());
        } catch (ServiceProblem problem) {
            return pages.refused(
                    code, new Attempt(form, null, List.of(), null), form.revision, problem);
        }
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance approval(@PathParam("code") String code, @PathParam("id") String id) {
        return page(code, id, null, List.of(), null);
    }

    @POST
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response change(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @BeanParam ApprovalForm form) {
        List<Fault> faults = form.faults();
        if (!faults.isEmpty()) {
            return again(422, page(code, id, form, faults, null));
        }
        try {
            catalog.changeApproval(code, id, Versioned.tag(form.revision), form.request());
            return ActivityPages.seeOther(code, "approval-changed", null);
        } catch (ServiceProblem problem) {
            return refused(code, id, form, form.revision, problem);
        }
    }

    /// @param seen the revision that was seen, from the page
    /// @param undone the same, from the banner that offers to take it back
    @POST
    @Path("/{id}/withdrawal")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response withdraw(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @QueryParam("revision") @Nullable Integer undone,
            @FormParam("revision") @Nullable Integer seen,
            @FormParam("withdrawalReason") @Nullable String reason) {
        String why = undone == null ? (reason == null ? "" : reason.strip()) : UNDONE;
        if (why.isEmpty()) {
            return again(
                    422,
                    page(
                            code,
                            id,
                            null,
                            List.of(
                                    new Fault(
                                            "withdrawalReason",
                                            "Say why; it stands in the history.")),
                            null));
        }
        int revision = undone == null ? (seen == null ? 0 : seen) : undone;
        try {
            catalog.removeApproval(code, id, Versioned.tag(revision), why);
            return ActivityPages.seeOther(code, "approval-withdrawn", null);
        } catch (ServiceProblem problem) {
            return refused(code, id, null, revision, problem);
        }
    }

    private Response refused(
            String code, String id, @Nullable ApprovalForm form, int seen, ServiceProblem problem) {
        if (problem.isStale()) {
            return again(412, page(code, id, form, List.of(), seen));
        }
        if (problem.status() == 400 || problem.status() == 409 || problem.status() == 422) {
            return again(422, page(code, id, form, Fault.of(problem, frame.formats()), null));
        }
        throw problem;
    }

    private static Response again(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page.render())
                .build();
    }

    private TemplateInstance page(
            String code,
            String id,
            @Nullable ApprovalForm typed,
            List<Fault> faults,
            @Nullable Integer seen) {
        Asked<Activity> activity = concurrently.ask(() -> catalog.activity(code).getEntity());
        Asked<Paged<Activity.Revision>> revisions =
                concurrently.ask(() -> catalog.revisions(code, ALL, null));
        var providers = reader.providers();
        var procedures = reader.procedures();
        Activity found = activity.value();
        Activity.Approval approval =
                found.approvals().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        return Templates.approval(
                ApprovalPage.of(
                        found,
                        approval,
                        Reader.names(providers, procedures),
                        revisions.value().items(),
                        new ApprovalPage.Attempt(typed, faults, seen),
                        frame.formats()));
    }
}
