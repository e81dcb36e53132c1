package cme.portal.held;

import cme.portal.credit.Completion;
import cme.portal.credit.CreditClient;
import cme.portal.credit.HeldRow;
import cme.portal.credit.Identity;
import cme.portal.page.AddressFields;
import cme.portal.page.Concurrently;
import cme.portal.page.Formats;
import cme.portal.page.Frame;
import cme.portal.page.Query;
import cme.portal.page.Sentences;
import cme.portal.pending.Pending;
import cme.portal.pending.PendingCounts;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Violation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.jspecify.annotations.Nullable;

/// Rows that wait for the board, one after the other.
@Path("/held")
@RolesAllowed("board")
public class HeldResource {
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final String NO_REASON = "Say why the row is discarded; its society reads it.";

    private final CreditClient credit;
    private final HeldRows rows;
    private final PendingCounts pending;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;

    HeldResource(
            @RestClient CreditClient credit,
            HeldRows rows,
            PendingCounts pending,
            Concurrently concurrently,
            AddressFields address,
            Frame frame) {
        this.credit = credit;
        this.rows = rows;
        this.pending = pending;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "held")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(HeldListPage page, Pending pending);

        static native TemplateInstance row(HeldRowPage page);
    }

    /// @param row the row that was decided before
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance list(
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done,
            @QueryParam("row") @Nullable String row) {
        Formats formats = frame.formats();
        var others = concurrently.ask(() -> pending.besidesHeldRows(formats));
        HeldListPage page =
                address.asking(
                        () -> {
                            String chosen = rows.reason(reason);
                            return HeldListPage.of(
                                    rows.waiting(chosen, address.cursor(cursor)),
                                    chosen,
                                    HeldListPage.Done.of(done, row),
                                    formats);
                        });
        return Templates.list(page, others.value());
    }

    /// @param reason goes through the rows of one reason
    /// @param q searches somebody else
    /// @param row the row that was decided before
    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance row(
            @PathParam("id") String id,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("q") @Nullable String q,
            @QueryParam("done") @Nullable String done,
            @QueryParam("row") @Nullable String row) {
        return Templates.row(
                address.asking(
                        () ->
                                rows.page(
                                        id,
                                        HeldRows.Question.of(
                                                rows.reason(reason),
                                                address.text("q", q, "Nobody has such a name."),
                                                HeldListPage.Done.of(done, row)))));
    }

    /// Gives the row to a diplomate, or discards it, and goes on to the next one. What discarding
    /// does is shown first.
    @POST
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response resolve(@PathParam("id") String id, @BeanParam HeldForm form) {
        String diplomate = form.diplomateId();
        if (diplomate == null && form.discardReason().isEmpty()) {
            return refused(id, form, NO_REASON);
        }
        if (diplomate == null && form.isPreview()) {
            return Response.ok(Templates.row(rows.page(id, HeldRows.Question.preview(form))))
                    .build();
        }
        try {
            credit.resolve(
                    id,
                    diplomate != null
                            ? new HeldRow.ResolutionRequest(diplomate, null, null)
                            : new HeldRow.ResolutionRequest(null, true, form.discardReason()));
            pending.changed();
        } catch (ServiceProblem problem) {
            return problem.status() == CONFLICT
                    ? next(id, form.filter(), "settled")
                    : refused(id, form, problem);
        }
        return next(id, form.filter(), diplomate != null ? "recorded" : "discarded");
    }

    /// Records a discarded row after all, in the board's name: for the service a discarded row is
    /// settled.
    @POST
    @Path("/{id}/recording")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response recordAfterAll(@PathParam("id") String id, @BeanParam HeldForm form) {
        String diplomate = form.diplomateId();
        HeldRow.Content content = credit.heldRow(id).content();
        if (content == null || diplomate == null) {
            return Response.seeOther(URI.create("/held/" + id)).build();
        }
        try {
            Identity person = credit.identity(diplomate).getEntity();
            Completion.Posted posted = credit.post(Recording.of(content, person));
            pending.changed();
            return Response.seeOther(URI.create(Recording.address(posted))).build();
        } catch (ServiceProblem problem) {
            return refused(id, form, problem);
        }
    }

    private Response refused(String id, HeldForm form, ServiceProblem problem) {
        return switch (problem.status()) {
            case 400, 404, CONFLICT, UNPROCESSABLE -> refused(id, form, sentence(problem));
            default -> throw problem;
        };
    }

    /// Everything that is wrong, where the service names it.
    private String sentence(ServiceProblem problem) {
        String all =
                problem.errors().isEmpty()
                        ? problem.detail()
                        : problem.errors().stream()
                                .map(Violation::detail)
                                .collect(Collectors.joining(" "));
        return Sentences.of(all, frame.formats());
    }

    private Response refused(String id, HeldForm form, String why) {
        return Response.status(UNPROCESSABLE)
                .entity(Templates.row(rows.page(id, HeldRows.Question.refused(form, why))))
                .build();
    }

    private Response next(String id, @Nullable String filter, String done) {
        String next = rows.around(id, filter).next();
        String path = next == null ? "/held" : "/held/" + next;
        return Response.seeOther(
                        URI.create(
                                Query.of(path)
                                        .with("reason", filter)
                                        .with("done", done)
                                        .with("row", done.equals("discarded") ? id : null)
                                        .toString()))
                .build();
    }
}
