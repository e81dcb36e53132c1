package cme.portal.contradiction;

import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.MergeContradiction;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Names;
import cme.portal.page.People;
import cme.portal.page.PortalConfig;
import cme.portal.page.RecordWords;
import cme.portal.page.Sentences;
import cme.portal.page.Typed;
import cme.portal.pending.PendingCounts;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Violation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What the records of merged numbers say differently, for the board.
@Path("/contradictions")
@RolesAllowed("board")
public class ContradictionsResource {
    private static final int ALL_PROCEDURES = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int INVALID = 400;

    private final ComplianceClient compliance;
    private final CatalogClient catalog;
    private final People people;
    private final PendingCounts pending;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;
    private final PortalConfig config;

    ContradictionsResource(
            @RestClient ComplianceClient compliance,
            @RestClient CatalogClient catalog,
            People people,
            PendingCounts pending,
            Concurrently concurrently,
            AddressFields address,
            Frame frame,
            PortalConfig config) {
        this.compliance = compliance;
        this.catalog = catalog;
        this.people = people;
        this.pending = pending;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "contradiction")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance contradictions(ContradictionsPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance contradictions(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        return Templates.contradictions(
                address.asking(() -> page(address.cursor(cursor), null, done)));
    }

    /// Keeps the value of the number that remains.
    @POST
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response keep(@PathParam("id") String id, @RestForm @Nullable String reason) {
        String why = Typed.text(reason);
        if (why.isEmpty()) {
            return refused(id, why, "Say why; the history keeps it.");
        }
        try {
            compliance.resolveContradiction(id, new MergeContradiction.Resolution(why));
            pending.changed();
        } catch (ServiceProblem problem) {
            if (problem.status() != INVALID) {
                throw problem;
            }
            return refused(
                    id,
                    why,
                    problem.errors().stream()
                            .map(Violation::detail)
                            .map(detail -> Sentences.of(detail, frame.formats()))
                            .collect(Collectors.joining(" ")));
        }
        return Response.seeOther(URI.create("/contradictions?done=kept")).build();
    }

    private Response refused(String id, String reason, String sentence) {
        var refused = new ContradictionsPage.Refused(id, reason, sentence);
        return Response.status(UNPROCESSABLE)
                .entity(Templates.contradictions(page(null, refused, null)))
                .build();
    }

    private ContradictionsPage page(
            @Nullable String cursor,
            ContradictionsPage.@Nullable Refused refused,
            @Nullable String done) {
        Asked<Paged<TracerProcedure>> procedures =
                concurrently.ask(() -> catalog.tracerProcedures(ALL_PROCEDURES, null));
        Paged<MergeContradiction> list = compliance.mergeContradictions(config.pageSize(), cursor);
        return ContradictionsPage.of(
                list,
                people.names(list.items().stream().map(MergeContradiction::diplomateId).toList()),
                new RecordWords(Names.of(procedures.part().map(Paged::items)), frame.formats()),
                refused,
                done);
    }
}
