package cme.portal.status;

import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.Guidance;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.Recommendations;
import cme.portal.compliance.Status;
import cme.portal.credit.CreditClient;
import cme.portal.credit.Transcript;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Formats;
import cme.portal.page.Frame;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Where a diplomate stands, today or on any day.
@Path("/diplomates/{id}")
@RolesAllowed({"board", "diplomate"})
public class StatusResource {
    private static final int ALL_PROCEDURES = 200;
    private static final int ALL_TOPICS = 100;

    private final ComplianceClient compliance;
    private final CreditClient credit;
    private final CatalogClient catalog;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;

    StatusResource(
            @RestClient ComplianceClient compliance,
            @RestClient CreditClient credit,
            @RestClient CatalogClient catalog,
            Concurrently concurrently,
            AddressFields address,
            Frame frame) {
        this.compliance = compliance;
        this.credit = credit;
        this.catalog = catalog;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "status")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance status(StatusPage page);

        static native TemplateInstance noCycle(NoCyclePage page);
    }

    /// @param asOf a day; empty for today
    /// @param knownBy with what was recorded until the end of this day; empty for everything
    /// @param knownAt an instant, more exact than the day
    /// @param done what the address says was done before
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response status(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownBy") @Nullable String knownBy,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("cycle") @Nullable String cycle,
            @QueryParam("done") @Nullable String done) {
        try {
            StatusPage page =
                    address.asking(() -> page(asked(id, asOf, knownBy, knownAt, cycle), done));
            return Response.ok(Templates.status(page).render()).build();
        } catch (ServiceProblem problem) {
            if (problem.code().equals("no-cycle")) {
                return Response.status(problem.status())
                        .entity(Templates.noCycle(new NoCyclePage(id, advice())).render())
                        .build();
            }
            throw problem;
        }
    }

    /// The services know an instant only, which a day of knowledge becomes.
    private StatusAddress asked(
            String id,
            @Nullable String asOf,
            @Nullable String knownBy,
            @Nullable String knownAt,
            @Nullable String cycle) {
        Instant known = address.instant("knownAt", knownAt);
        return new StatusAddress(
                id,
                address.day("asOf", asOf),
                address.isRefused("knownAt") ? null : address.day("knownBy", knownBy),
                known,
                address.number("cycle", cycle));
    }

    private Part<List<Advice>> advice() {
        return concurrently
                .ask(() -> catalog.guidance(null, ALL_TOPICS, null))
                .part()
                .map(all -> Advice.contact(all.items()));
    }

    private StatusPage page(StatusAddress asked, @Nullable String done) {
        Formats formats = frame.formats();
        String id = asked.diplomateId();
        Asked<Status> status =
                concurrently.ask(
                        () ->
                                compliance.status(
                                        id,
                                        asked.asOf(),
                                        asked.knownAt(formats),
                                        asked.cycleStartYear()));
        // Recommendations are about today.
        Asked<Optional<Recommendations>> help =
                concurrently.ask(
                        () ->
                                asked.isOfToday()
                                        ? Optional.of(compliance.recommendations(id, null))
                                        : Optional.empty());
        Asked<Transcript> transcript =
                concurrently.ask(() -> credit.transcript(id, null, null, List.of()));
        Asked<Paged<TracerProcedure>> procedures =
                concurrently.ask(() -> catalog.tracerProcedures(ALL_PROCEDURES, null));
        Asked<Paged<Guidance>> guidance =
                concurrently.ask(() -> catalog.guidance(null, ALL_TOPICS, null));
        return StatusPage.of(
                asked,
                status.value(),
                transcript.part(),
                help.part(),
                guidance.part().map(Paged::items),
                Names.of(procedures.part().map(Paged::items)),
                done,
                formats);
    }
}
