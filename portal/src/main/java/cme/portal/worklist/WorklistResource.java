package cme.portal.worklist;

import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.Summary;
import cme.portal.compliance.Worklist;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Files;
import cme.portal.page.Formats;
import cme.portal.page.Frame;
import cme.portal.page.Part;
import cme.portal.page.People;
import cme.portal.page.PortalConfig;
import cme.portal.pending.Pending;
import cme.portal.pending.PendingCounts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The list of diplomates by standing, for the board.
@Path("/worklist")
@RolesAllowed("board")
public class WorklistResource {
    private final ComplianceClient compliance;
    private final People people;
    private final PendingCounts pending;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;
    private final PortalConfig config;

    WorklistResource(
            @RestClient ComplianceClient compliance,
            People people,
            PendingCounts pending,
            Concurrently concurrently,
            AddressFields address,
            Frame frame,
            PortalConfig config) {
        this.compliance = compliance;
        this.people = people;
        this.pending = pending;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "worklist")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance worklist(WorklistPage page, Pending pending);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance worklist(@BeanParam WorklistFilter filter) {
        Formats formats = frame.formats();
        Asked<Summary> summary = concurrently.ask(() -> compliance.summary(null));
        Asked<Pending> waiting = concurrently.ask(() -> pending.all(formats));
        Worklist list = address.asking(() -> find(filter));
        filter.leaveOut(address::isRefused);
        return Templates.worklist(
                WorklistPage.of(filter, summary.value(), list, names(list), formats),
                waiting.value());
    }

    private Part<Map<String, String>> names(Worklist list) {
        return people.names(list.items().stream().map(Worklist.Entry::diplomateId).toList());
    }

    private Worklist find(WorklistFilter filter) {
        Filters read = read(filter);
        return compliance.statuses(
                read.standing(),
                read.pathway(),
                read.requirement(),
                null,
                read.dueBefore(),
                read.sort(),
                config.pageSize(),
                address.cursor(filter.cursor()));
    }

    /// The filters that could be read.
    private record Filters(
            @Nullable String standing,
            @Nullable String pathway,
            @Nullable String requirement,
            @Nullable LocalDate dueBefore,
            @Nullable String sort) {}

    private Filters read(WorklistFilter filter) {
        return new Filters(
                address.text("standing", filter.standing(), "There is no such standing."),
                address.text("pathway", filter.pathway(), "There is no such pathway."),
                address.text(
                        "requirement", filter.requirement(), "The rules have no such requirement."),
                address.day("dueBefore", filter.dueBefore()),
                address.text("sort", filter.sort(), "The list has no such order."));
    }

    /// The whole list for a spreadsheet, as the service writes it.
    @GET
    @Path("csv")
    @Produces("text/csv")
    @RunOnVirtualThread
    public Response table(@BeanParam WorklistFilter filter) {
        Filters read = read(filter);
        return address.file(
                filter.address("/worklist"),
                () ->
                        Files.passOn(
                                compliance.statusesAsTable(
                                        read.standing(),
                                        read.pathway(),
                                        read.requirement(),
                                        null,
                                        read.dueBefore(),
                                        read.sort(),
                                        null,
                                        null)));
    }
}
