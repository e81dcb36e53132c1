package cme.portal.transcript;

import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.Status;
import cme.portal.credit.CreditClient;
import cme.portal.credit.Transcript;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Files;
import cme.portal.page.Frame;
import cme.portal.page.Part;
import cme.portal.page.Query;
import cme.portal.services.ServiceProblem;
import cme.portal.status.StatusAddress;
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
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The transcript of a diplomate.
@Path("/diplomates/{id}/transcript")
@RolesAllowed({"board", "diplomate"})
public class TranscriptResource {
    private final CreditClient credit;
    private final ComplianceClient compliance;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;

    TranscriptResource(
            @RestClient CreditClient credit,
            @RestClient ComplianceClient compliance,
            Concurrently concurrently,
            AddressFields address,
            Frame frame) {
        this.credit = credit;
        this.compliance = compliance;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "transcript")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance transcript(TranscriptPage page);
    }

    /// @param from the first day; empty for the beginning
    /// @param to the last day; empty for the end
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance transcript(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return address.asking(() -> page(id, days(from, to)));
    }

    private TranscriptPage.Days days(@Nullable String from, @Nullable String to) {
        var days = TranscriptPage.Days.of(address.day("from", from), address.day("to", to));
        if (days.fault() != null) {
            address.refuse("to", days.fault());
        }
        return days;
    }

    private TemplateInstance page(String id, TranscriptPage.Days days) {
        Asked<Transcript> transcript =
                concurrently.ask(() -> credit.transcript(id, days.from(), days.to(), List.of()));
        Asked<Status> status = concurrently.ask(() -> compliance.status(id, null, null, null));
        return Templates.transcript(
                TranscriptPage.of(days, transcript.value(), windows(status), frame.formats()));
    }

    /// Without a cycle there are no windows, and the transcript is there all the same.
    private static Part<Status> windows(Asked<Status> status) {
        try {
            return status.part();
        } catch (ServiceProblem problem) {
            if (problem.code().equals("no-cycle")) {
                return new Part.Missing<>("There are no deadlines yet to choose the days of.");
            }
            throw problem;
        }
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    @RunOnVirtualThread
    public Response table(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        TranscriptPage.Days days = days(from, to);
        return address.file(
                page(id, from, to),
                () ->
                        Files.passOn(
                                credit.transcriptAsTable(id, days.from(), days.to(), List.of())));
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @RunOnVirtualThread
    public Response print(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        TranscriptPage.Days days = days(from, to);
        return address.file(
                page(id, from, to),
                () -> Files.passOn(credit.transcriptAsPdf(id, days.from(), days.to(), List.of())));
    }

    private static Query page(String id, @Nullable String from, @Nullable String to) {
        return Query.of(StatusAddress.path(id) + "/transcript").with("from", from).with("to", to);
    }
}
