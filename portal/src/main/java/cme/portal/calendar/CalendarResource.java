package cme.portal.calendar;

import cme.portal.compliance.CalendarFeed;
import cme.portal.compliance.ComplianceClient;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Versioned;
import cme.portal.status.StatusAddress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// How deadlines come into a calendar.
@Path("/diplomates/{id}/calendar")
@RolesAllowed({"board", "diplomate"})
public class CalendarResource {
    private static final int REFUSED = 422;

    private final ComplianceClient compliance;
    private final Frame frame;
    private final PortalConfig config;

    CalendarResource(@RestClient ComplianceClient compliance, Frame frame, PortalConfig config) {
        this.compliance = compliance;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "calendar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance calendar(CalendarPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance calendar(
            @PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        return Templates.calendar(page(id, done));
    }

    /// The address is in this answer and nowhere else, so it is not redirected to.
    ///
    /// @param make the button; without a field a form is not read, and so neither is its token
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response add(
            @PathParam("id") String id,
            @FormParam("make") @Nullable String make,
            @Context UriInfo here) {
        try {
            CalendarFeed.Added added = compliance.addCalendarFeed(id);
            return answer(
                    Response.Status.OK.getStatusCode(),
                    page(id, null).adding(added, reached(here)));
        } catch (ServiceProblem problem) {
            if (problem.isOutage() || problem.status() == 403 || problem.status() == 404) {
                throw problem;
            }
            return answer(REFUSED, page(id, null).refused(problem));
        }
    }

    /// Where calendar programs reach the address: as the setting says, or where this page was
    /// reached, behind a gateway by its forwarded headers.
    private URI reached(UriInfo here) {
        return config.calendarAddress().orElseGet(here::getBaseUri);
    }

    /// @param revision of the address as it was shown
    @POST
    @Path("/{feed}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response remove(
            @PathParam("id") String id,
            @PathParam("feed") String feed,
            @FormParam("revision") int revision,
            @FormParam("reason") @Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        try {
            compliance.removeCalendarFeed(id, feed, Versioned.tag(revision), why);
        } catch (ServiceProblem problem) {
            if (problem.status() != 400) {
                throw problem;
            }
            return answer(REFUSED, page(id, null).refused(feed, why, problem));
        }
        return Response.seeOther(URI.create(StatusAddress.path(id) + "/calendar?done=removed"))
                .build();
    }

    private CalendarPage page(String id, @Nullable String done) {
        return CalendarPage.of(id, compliance.calendarFeeds(id).items(), done, frame.formats());
    }

    private static Response answer(int status, CalendarPage page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Templates.calendar(page).render())
                .build();
    }
}
