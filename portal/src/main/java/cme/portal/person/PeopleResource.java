package cme.portal.person;

import cme.portal.credit.CreditClient;
import cme.portal.credit.Identity;
import cme.portal.credit.Merge;
import cme.portal.credit.Withdrawal;
import cme.portal.page.AddressFields;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;
import cme.portal.page.Typed;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Versioned;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The register of people, for the board.
@Path("/people")
@RolesAllowed("board")
public class PeopleResource {
    private static final int MOST_REVISIONS = 50;
    private static final int UNPROCESSABLE = 422;
    private static final String MISTAKE = "Merged by mistake";

    private final CreditClient credit;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;
    private final PortalConfig config;

    PeopleResource(
            @RestClient CreditClient credit,
            Concurrently concurrently,
            AddressFields address,
            Frame frame,
            PortalConfig config) {
        this.credit = credit;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "person")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance people(PeoplePage page);

        static native TemplateInstance person(PersonPage page);
    }

    /// @param q the beginning of a number, an NPI or a family name
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance people(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("cursor") @Nullable String cursor) {
        String asked = q.strip();
        Paged<Identity> found =
                address.asking(
                        () ->
                                credit.identities(
                                        address.text("q", asked, "Nobody has such a name."),
                                        null,
                                        config.pageSize(),
                                        address.cursor(cursor)));
        return Templates.people(PeoplePage.of(asked, found.items(), found.nextCursor()));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance person(
            @PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        return page(id, PersonPage.Asked.nothing(done));
    }

    @POST
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response change(@PathParam("id") String id, @BeanParam PersonForm form) {
        String insisting = form.insisting();
        try {
            credit.putIdentity(
                    id,
                    Typed.orNull(form.version),
                    insisting == null ? null : true,
                    insisting,
                    form.request());
        } catch (ServiceProblem problem) {
            return refused(id, new PersonPage.Asked(form, problem, null, "", "", null), problem);
        }
        return seeOther(id, "changed");
    }

    /// Shows what a merge would move, or merges.
    @POST
    @Path("/{id}/merge")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response merge(
            @PathParam("id") String id,
            @RestForm @Nullable String into,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String step) {
        String survivor = Typed.text(into);
        String why = Typed.text(reason);
        boolean preview = !"record".equals(step);
        try {
            Merge merge = credit.merge(id, preview ? true : null, new Merge.Request(survivor, why));
            return preview
                    ? Response.ok(
                                    page(
                                            id,
                                            new PersonPage.Asked(
                                                    null, null, merge, survivor, why, null)))
                            .build()
                    : seeOther(id, "merged");
        } catch (ServiceProblem problem) {
            return refused(
                    id, new PersonPage.Asked(null, problem, null, survivor, why, null), problem);
        }
    }

    /// Takes a merge back.
    @POST
    @Path("/{id}/merge/removal")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response separate(@PathParam("id") String id, @RestForm @Nullable String reason) {
        String why = Typed.text(reason).isEmpty() ? MISTAKE : Typed.text(reason);
        try {
            credit.withdrawMerge(id, null, new Withdrawal(why));
        } catch (ServiceProblem problem) {
            return refused(id, new PersonPage.Asked(null, problem, null, "", "", null), problem);
        }
        return seeOther(id, "separated");
    }

    private Response refused(String id, PersonPage.Asked asked, ServiceProblem problem) {
        if (problem.isOutage() || problem.status() == 404) {
            throw problem;
        }
        return Response.status(UNPROCESSABLE).entity(page(id, asked)).build();
    }

    private static Response seeOther(String id, String done) {
        return Response.seeOther(URI.create("/people/" + id + "?done=" + done)).build();
    }

    private TemplateInstance page(String id, PersonPage.Asked asked) {
        var person = concurrently.ask(() -> Versioned.of(credit.identity(id)));
        var revisions = concurrently.ask(() -> credit.identityRevisions(id, MOST_REVISIONS, null));
        Versioned<Identity> known = person.value();
        List<Identity.Revision> all = revisions.value().items();
        return Templates.person(
                PersonPage.of(known.value(), known.tag(), all, asked, frame.formats()));
    }
}
