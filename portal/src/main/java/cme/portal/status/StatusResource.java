package cme.portal.status;

import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.Recommendations;
import cme.portal.compliance.Status;
import cme.portal.credit.CreditClient;
import cme.portal.credit.Transcript;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Days;
import cme.portal.page.Formats;
import cme.portal.page.Frame;
import cme.portal.services.Paged;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Where a diplomate stands, today or on any day.
@Path("/diplomates/{id}")
@RolesAllowed({"board", "diplomate"})
public class StatusResource {
    private static final int ALL_PROCEDURES = 200;

    private final ComplianceClient compliance;
    private final CreditClient credit;
    private final CatalogClient catalog;
    private final Concurrently concurrently;
    private final Frame frame;

    StatusResource(
            @RestClient ComplianceClient compliance,
            @RestClient CreditClient credit,
            @RestClient CatalogClient catalog,
            Concurrently concurrently,
            Frame frame) {
        this.compliance = compliance;
        this.credit = credit;
        this.catalog = catalog;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "status")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance status(StatusPage page);
    }

    /// @param asOf a day; empty for today
    /// @param knownBy with what was recorded until the end of this day; empty for everything
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance status(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownBy") @Nullable String knownBy,
            @QueryParam("cycle") @Nullable Integer cycle) {
        Formats formats = frame.formats();
        var address = new StatusAddress(id, Days.parse(asOf), Days.parse(knownBy), cycle);
        Asked<Status> status =
                concurrently.ask(
                        () ->
                                compliance.status(
                                        id, address.asOf(), address.knownAt(formats), cycle));
        // What would help is a question about today.
        Asked<Optional<Recommendations>> help =
                concurrently.ask(
                        () ->
                                address.isOfToday()
                                        ? Optional.of(compliance.recommendations(id, null))
                                        : Optional.empty());
        Asked<Transcript> transcript =
                concurrently.ask(() -> credit.transcript(id, null, null, List.of()));
        Asked<Paged<TracerProcedure>> procedures =
                concurrently.ask(() -> catalog.tracerProcedures(ALL_PROCEDURES, null));
        return Templates.status(
                StatusPage.of(
                        address,
                        status.value(),
                        transcript.part(),
                        help.part(),
                        Names.of(procedures.part().map(Paged::items)),
                        formats));
    }
}
