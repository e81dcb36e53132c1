package cme.portal.cohort;

import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.Summary;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Part;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The cohort in pictures, for the board.
@Path("/cohort")
@RolesAllowed("board")
public class CohortResource {
    private static final int STEPS = 6;
    private static final int MONTHS = 2;

    private final ComplianceClient compliance;
    private final Concurrently concurrently;
    private final Frame frame;

    CohortResource(
            @RestClient ComplianceClient compliance, Concurrently concurrently, Frame frame) {
        this.compliance = compliance;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "cohort")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance cohort(CohortPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance cohort() {
        LocalDate today = frame.today();
        Asked<Summary> now = concurrently.ask(() -> compliance.summary(null));
        List<Asked<Summary>> earlier =
                IntStream.rangeClosed(1, STEPS)
                        .mapToObj(step -> today.minusMonths((long) MONTHS * (STEPS + 1 - step)))
                        .map(day -> concurrently.ask(() -> compliance.summary(day)))
                        .toList();
        Part<List<Summary>> past = Part.all(earlier.stream().map(Asked::part).toList());
        return Templates.cohort(CohortPage.of(now.value(), past, frame.formats()));
    }
}
