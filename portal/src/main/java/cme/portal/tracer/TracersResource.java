package cme.portal.tracer;

import cme.portal.catalog.AlignedActivity;
import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.Guidance;
import cme.portal.catalog.TracerProcedure;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.services.Paged;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Which activities are approved with which tracer procedure, for everybody.
@Path("/tracers")
@PermitAll
public class TracersResource {
    private static final int A_PAGE = 200;
    private static final String REQUIREMENT = "tracer-activity";

    /// A table longer than this is none that people read; the search has filters.
    private static final int MOST_PAGES = 10;

    private final CatalogClient catalog;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;

    TracersResource(
            @RestClient CatalogClient catalog,
            Concurrently concurrently,
            AddressFields address,
            Frame frame) {
        this.catalog = catalog;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "tracer")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tracers(TracersPage page);
    }

    /// @param on the day of the approvals; empty for today
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance tracers(@QueryParam("on") @Nullable String on) {
        return address.asking(
                () -> page(Objects.requireNonNullElse(address.day("on", on), frame.today())));
    }

    private TemplateInstance page(LocalDate day) {
        Asked<Paged<TracerProcedure>> procedures =
                concurrently.ask(() -> catalog.tracerProcedures(A_PAGE, null));
        Asked<List<AlignedActivity>> aligned = concurrently.ask(() -> aligned(day));
        Asked<Paged<Guidance>> guidance =
                concurrently.ask(() -> catalog.guidance(REQUIREMENT, A_PAGE, null));
        return Templates.tracers(
                TracersPage.of(
                        procedures.value().items(),
                        aligned.value(),
                        guidance.part().map(Paged::items),
                        day,
                        frame.today(),
                        frame.formats()));
    }

    private List<AlignedActivity> aligned(LocalDate day) {
        List<AlignedActivity> all = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Paged<AlignedActivity> found =
                    catalog.alignedActivities(day, null, null, A_PAGE, cursor);
            all.addAll(found.items());
            cursor = found.nextCursor();
            if (cursor == null) {
                break;
            }
        }
        return all;
    }
}
