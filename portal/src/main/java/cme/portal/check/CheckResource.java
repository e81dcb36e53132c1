package cme.portal.check;

import cme.portal.credit.CreditClient;
import cme.portal.credit.Match;
import cme.portal.page.Frame;
import cme.portal.page.Typed;
import cme.portal.services.ServiceProblem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// Whether a name would be found. It is asked by a form that is posted, so that no name stands in
/// an address.
@Path("/check")
@RolesAllowed({"board", "society"})
public class CheckResource {
    private static final int UNPROCESSABLE = 422;

    private final CreditClient credit;
    private final Frame frame;

    CheckResource(@RestClient CreditClient credit, Frame frame) {
        this.credit = credit;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "check")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance check(CheckPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance form() {
        return Templates.check(CheckPage.empty());
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response check(
            @RestForm @Nullable String diplomateId,
            @RestForm @Nullable String npi,
            @RestForm @Nullable String familyName,
            @RestForm @Nullable String birthMonthDay) {
        var typed =
                new CheckPage.Typed(
                        Typed.text(diplomateId),
                        Typed.text(npi),
                        Typed.text(familyName),
                        Typed.text(birthMonthDay));
        if (typed.familyName().isEmpty() || typed.hasNoNumber()) {
            return page(UNPROCESSABLE, CheckPage.incomplete(typed));
        }
        try {
            Match match =
                    credit.match(
                            new Match.Request(
                                    Typed.orNull(typed.diplomateId()),
                                    Typed.orNull(typed.npi()),
                                    typed.familyName(),
                                    Typed.orNull(typed.birthMonthDay())));
            return page(Response.Status.OK.getStatusCode(), CheckPage.answered(typed, match));
        } catch (ServiceProblem problem) {
            return switch (problem.status()) {
                case 400 -> page(UNPROCESSABLE, CheckPage.refused(typed, problem, frame.formats()));
                case 429 ->
                        page(
                                problem.status(),
                                CheckPage.tooOften(typed, problem.retryAfter(), frame.formats()));
                default -> throw problem;
            };
        }
    }

    private static Response page(int status, CheckPage page) {
        return Response.status(status).entity(Templates.check(page)).build();
    }
}
