package cme.portal.worklist;

import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.Summary;
import cme.portal.compliance.Worklist;
import cme.portal.credit.CreditClient;
import cme.portal.credit.Identity;
import cme.portal.credit.PersonName;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Part;
import cme.portal.page.PortalConfig;
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
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/// The list of diplomates by standing, for the board.
@Path("/worklist")
@RolesAllowed("board")
public class WorklistResource {
    private final ComplianceClient compliance;
    private final CreditClient credit;
    private final Concurrently concurrently;
    private final Frame frame;
    private final PortalConfig config;

    WorklistResource(
            @RestClient ComplianceClient compliance,
            @RestClient CreditClient credit,
            Concurrently concurrently,
            Frame frame,
            PortalConfig config) {
        this.compliance = compliance;
        this.credit = credit;
        this.concurrently = concurrently;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "worklist")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance worklist(WorklistPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance worklist(@BeanParam WorklistFilter filter) {
        Asked<Summary> summary = concurrently.ask(() -> compliance.summary(null));
        Worklist list =
                compliance.statuses(
                        filter.standing(),
                        filter.pathway(),
                        filter.requirement(),
                        null,
                        filter.dueBefore(),
                        filter.sort(),
                        config.pageSize(),
                        filter.cursor());
        return Templates.worklist(
                WorklistPage.of(filter, summary.value(), list, names(list), frame.formats()));
    }

    /// The names of a page in one call.
    private Part<Map<String, String>> names(Worklist list) {
        String ids =
                list.items().stream()
                        .map(Worklist.Entry::diplomateId)
                        .collect(Collectors.joining(","));
        if (ids.isEmpty()) {
            return new Part.Here<>(Map.of());
        }
        return concurrently
                .ask(() -> credit.identities(null, ids, list.items().size(), null))
                .part()
                .map(
                        found ->
                                found.items().stream()
                                        .filter(one -> one.familyName() != null)
                                        .collect(
                                                Collectors.toMap(
                                                        Identity::diplomateId,
                                                        one ->
                                                                PersonName.listed(
                                                                        one.givenName(),
                                                                        one.familyName()))));
    }

    /// The whole list for a spreadsheet, as the service writes it.
    @GET
    @Path("csv")
    @Produces("text/csv")
    @RunOnVirtualThread
    public Response table(@BeanParam WorklistFilter filter) {
        RestResponse<InputStream> table =
                compliance.statusesAsTable(
                        filter.standing(),
                        filter.pathway(),
                        filter.requirement(),
                        null,
                        filter.dueBefore(),
                        filter.sort(),
                        null,
                        null);
        return Response.ok(table.getEntity())
                .type(MediaType.valueOf("text/csv; charset=utf-8"))
                .header(
                        "Content-Disposition",
                        Optional.ofNullable(table.getHeaderString("Content-Disposition"))
                                .orElse("attachment; filename=\"worklist.csv\""))
                .build();
    }
}
