package cme.portal.held;

import cme.portal.credit.CreditClient;
import cme.portal.credit.HeldRow;
import cme.portal.credit.Identity;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;
import cme.portal.page.Query;
import cme.portal.page.Sentences;
import cme.portal.page.Typed;
import cme.portal.services.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Rows that wait for the board, one after the other.
@Path("/held")
@RolesAllowed("board")
public class HeldResource {
    private static final int MOST_FOUND = 10;

    private final CreditClient credit;
    private final Concurrently concurrently;
    private final Frame frame;
    private final PortalConfig config;

    HeldResource(
            @RestClient CreditClient credit,
            Concurrently concurrently,
            Frame frame,
            PortalConfig config) {
        this.credit = credit;
        this.concurrently = concurrently;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "held")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(HeldListPage page);

        static native TemplateInstance row(HeldRowPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance list(
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        return Templates.list(
                HeldListPage.of(
                        waiting(reason, cursor, config.pageSize()),
                        Typed.orNull(reason),
                        done,
                        frame.formats()));
    }

    /// @param reason goes through the rows of one reason
    /// @param q searches somebody else
    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance row(
            @PathParam("id") String id,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("done") @Nullable String done) {
        return Templates.row(page(id, Typed.orNull(reason), q.strip(), done, null));
    }

    /// Gives the row to a diplomate, or discards it, and goes on to the next one.
    @POST
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response resolve(
            @PathParam("id") String id,
            @FormParam("diplomateId") @Nullable String diplomateId,
            @FormParam("discardReason") @Nullable String discardReason,
            @FormParam("filter") @Nullable String filter) {
        boolean assigns = Typed.orNull(diplomateId) != null;
        if (!assigns && Typed.orNull(discardReason) == null) {
            return refused(id, filter, "Say why the row is discarded; its society reads it.");
        }
        try {
            credit.resolve(
                    id,
                    assigns
                            ? new HeldRow.ResolutionRequest(diplomateId.strip(), null, null)
                            : new HeldRow.ResolutionRequest(null, true, discardReason.strip()));
        } catch (ServiceProblem problem) {
            if (problem.status() == 409) {
                return next(id, filter, "settled");
            }
            if (problem.status() == 400 || problem.status() == 422 || problem.status() == 404) {
                return refused(id, filter, Sentences.of(problem.detail(), frame.formats()));
            }
            throw problem;
        }
        return next(id, filter, assigns ? "recorded" : "discarded");
    }

    private Response refused(String id, @Nullable String filter, String why) {
        return Response.status(422)
                .entity(Templates.row(page(id, Typed.orNull(filter), "", null, why)))
                .build();
    }

    private Response next(String id, @Nullable String filter, String done) {
        String next = around(id, Typed.orNull(filter)).next();
        String path = next == null ? "/held" : "/held/" + next;
        return Response.seeOther(
                        URI.create(
                                Query.of(path)
                                        .with("reason", filter)
                                        .with("done", done)
                                        .toString()))
                .build();
    }

    private HeldRowPage page(
            String id,
            @Nullable String filter,
            String q,
            @Nullable String done,
            @Nullable String problem) {
        var row = concurrently.ask(() -> credit.heldRow(id));
        var found =
                concurrently.ask(
                        () ->
                                q.isEmpty()
                                        ? List.<Identity>of()
                                        : credit.identities(q, null, MOST_FOUND, null).items());
        var around = concurrently.ask(() -> around(id, filter));
        HeldRow.Detail detail = row.value();
        return HeldRowPage.of(
                detail,
                register(detail),
                new HeldRowPage.Asked(
                        q,
                        found.value(),
                        filter,
                        address(around.value().previous(), filter),
                        address(around.value().next(), filter),
                        done,
                        problem),
                frame.formats());
    }

    /// The register's entries of the candidates, in one call.
    private List<Identity> register(HeldRow.Detail row) {
        String ids =
                row.candidates().stream()
                        .map(HeldRow.Candidate::diplomateId)
                        .collect(Collectors.joining(","));
        return ids.isEmpty() ? List.of() : credit.identities(null, ids, null, null).items();
    }

    private static @Nullable String address(@Nullable String id, @Nullable String filter) {
        return id == null ? null : HeldListPage.address(id, filter);
    }

    /// The rows beside one in their order.
    ///
    /// @param previous null before the first
    /// @param next the first again after the last; null where there is no other
    private record Around(@Nullable String previous, @Nullable String next) {}

    private Around around(String id, @Nullable String filter) {
        List<String> ids =
                waiting(filter, null, config.pageSize()).items().stream().map(HeldRow::id).toList();
        int here = ids.indexOf(id);
        return new Around(
                here > 0 ? ids.get(here - 1) : null,
                here >= 0 && here + 1 < ids.size()
                        ? ids.get(here + 1)
                        : ids.stream().filter(one -> !one.equals(id)).findFirst().orElse(null));
    }

    private HeldRow.Page waiting(@Nullable String reason, @Nullable String cursor, int limit) {
        return credit.heldRows(
                null, null, Typed.orNull(reason), null, null, limit, Typed.orNull(cursor));
    }
}
