package cme.portal.roster;

import cme.portal.credit.CreditClient;
import cme.portal.credit.CreditFileClient;
import cme.portal.credit.Roster;
import cme.portal.credit.RosterResult;
import cme.portal.credit.RosterRow;
import cme.portal.credit.Withdrawal;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Files;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;
import cme.portal.page.Query;
import cme.portal.page.Typed;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ForbiddenException;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// One roster: what became of it, mending in place, withdrawal.
@Path("/rosters/{id}")
@RolesAllowed({"board", "society"})
public class RosterResource {
    /// Rows in one form; more are mended in a spreadsheet.
    static final int ROWS_OF_A_FORM = 20;

    private static final int UNPROCESSABLE = 422;

    private final CreditClient credit;
    private final CreditFileClient files;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;
    private final PortalConfig config;

    RosterResource(
            @RestClient CreditClient credit,
            @RestClient CreditFileClient files,
            Concurrently concurrently,
            AddressFields address,
            Frame frame,
            PortalConfig config) {
        this.credit = credit;
        this.files = files;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "roster")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance roster(RosterPage page);

        static native TemplateInstance withdrawal(WithdrawalPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance roster(
            @PathParam("id") String id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        String known = known(outcome);
        return address.asking(
                () ->
                        Templates.roster(
                                page(
                                        credit.roster(id),
                                        known,
                                        address.cursor(cursor),
                                        done,
                                        null,
                                        null)));
    }

    private @Nullable String known(@Nullable String outcome) {
        if (Typed.orNull(outcome) == null || Outcomes.isKnown(outcome)) {
            return Typed.orNull(outcome);
        }
        address.refuse("outcome", "Rows have no such outcome. All are shown.");
        return null;
    }

    /// @param part the part of the page whose form was sent; with what was tried
    private RosterPage page(
            Roster roster,
            @Nullable String outcome,
            @Nullable String cursor,
            @Nullable String done,
            @Nullable String part,
            Mending.@Nullable Tried tried) {
        var view = new RosterPage.View(outcome, done, mayMend(roster));
        Asked<@Nullable Mending> toMend =
                concurrentMending(roster, "REJECTED", outcome, cursor, part, tried);
        Asked<@Nullable Mending> waiting =
                concurrentMending(roster, "HELD", outcome, cursor, part, tried);
        boolean listed = outcome != null && !List.of("REJECTED", "HELD").contains(outcome);
        Paged<RosterRow> rows =
                listed ? credit.rosterRows(roster.id(), outcome, config.pageSize(), cursor) : null;
        return RosterPage.of(roster, view, toMend.value(), waiting.value(), rows, frame.formats());
    }

    private Asked<@Nullable Mending> concurrentMending(
            Roster roster,
            String part,
            @Nullable String outcome,
            @Nullable String cursor,
            @Nullable String sent,
            Mending.@Nullable Tried tried) {
        var formats = frame.formats();
        int count = part.equals("HELD") ? roster.held() : roster.rejected();
        boolean shown = count > 0 && (outcome == null || outcome.equals(part));
        String own = part.equals(outcome) || part.equals(sent) ? cursor : null;
        return concurrently.ask(
                () -> {
                    if (!shown) {
                        return null;
                    }
                    Paged<RosterRow> rows =
                            credit.rosterRows(roster.id(), part, ROWS_OF_A_FORM, own);
                    return Mending.of(
                            part,
                            own,
                            rows,
                            part.equals(sent) ? tried : null,
                            RosterPage.next(roster, part, rows.nextCursor()),
                            formats);
                });
    }

    /// A posting in another name than the roster's would make another roster.
    private boolean mayMend(Roster roster) {
        return frame.visitor().isSociety() || roster.poster().equals("BOARD");
    }

    /// Where the answer to a form is asked for again.
    @GET
    @Path("/mending")
    @RunOnVirtualThread
    public Response afterMending(@PathParam("id") String id) {
        return Response.seeOther(URI.create("/rosters/" + id)).build();
    }

    /// Tries the typed rows, or posts those that are in order.
    @POST
    @Path("/mending")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response mend(@PathParam("id") String id, @BeanParam MendForm form) {
        Roster roster = credit.roster(id);
        if (!mayMend(roster)) {
            throw new ForbiddenException();
        }
        Map<String, PostedRow> before =
                credit.rosterRows(id, form.part(), ROWS_OF_A_FORM, form.cursor()).items().stream()
                        .map(PostedRow::of)
                        .collect(
                                Collectors.toMap(
                                        PostedRow::key, Function.identity(), (first, _) -> first));
        List<PostedRow> typed =
                form.rows().stream().filter(row -> before.containsKey(row.key())).toList();
        List<PostedRow> sent =
                typed.stream()
                        .filter(row -> !row.isEmpty())
                        .filter(
                                row ->
                                        form.part().equals("REJECTED")
                                                || !row.equals(before.get(row.key())))
                        .toList();
        var tried = new Mending.Tried(typed, sent, post(roster, sent, true));
        List<PostedRow> toPost = tried.toPost(before);
        if (form.isToPost() && sent.stream().anyMatch(tried::isInOrder)) {
            post(roster, toPost, false);
            return Response.seeOther(URI.create("/rosters/" + id + "?done=mended")).build();
        }
        boolean fine = sent.stream().allMatch(tried::isInOrder);
        return Response.status(fine ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(
                        Templates.roster(
                                page(roster, null, form.cursor(), null, form.part(), tried)))
                .build();
    }

    private RosterResult post(Roster roster, List<PostedRow> rows, boolean dryRun) {
        if (rows.isEmpty()) {
            return Results.none(roster);
        }
        return files.postRoster(
                RowTable.TYPE, roster.externalId(), dryRun, false, null, null, RowTable.of(rows));
    }

    /// The rows that were not recorded, to be mended in a spreadsheet.
    @GET
    @Path("/csv")
    @Produces("text/csv")
    @RunOnVirtualThread
    public Response table(
            @PathParam("id") String id, @QueryParam("outcome") @Nullable String outcome) {
        String known = known(outcome);
        return address.file(
                Query.of("/rosters/" + id).with("outcome", outcome),
                () -> Files.passOn(credit.rosterRowsAsTable(id, known, null, null)));
    }

    /// Shows what a withdrawal would take; nothing is changed.
    @GET
    @Path("/withdrawal")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance beforeWithdrawal(
            @PathParam("id") String id, @QueryParam("reason") @Nullable String reason) {
        return Templates.withdrawal(withdrawal(id, reason));
    }

    private WithdrawalPage withdrawal(String id, @Nullable String reason) {
        Roster roster = credit.roster(id);
        if (reason == null || reason.isBlank()) {
            return WithdrawalPage.before(roster, reason, null, frame.formats());
        }
        try {
            return WithdrawalPage.previewed(
                    roster,
                    reason.strip(),
                    credit.withdrawRoster(id, true, new Withdrawal(reason.strip())),
                    frame.formats());
        } catch (ServiceProblem problem) {
            if (problem.status() != Response.Status.BAD_REQUEST.getStatusCode()) {
                throw problem;
            }
            return WithdrawalPage.before(roster, reason, problem, frame.formats());
        }
    }

    @POST
    @Path("/withdrawal")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response withdraw(@PathParam("id") String id, @RestForm @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.withdrawal(withdrawal(id, "")))
                    .build();
        }
        credit.withdrawRoster(id, false, new Withdrawal(reason.strip()));
        return Response.seeOther(URI.create("/rosters/" + id + "?done=withdrawn")).build();
    }
}
