package cme.portal.correction;

import cme.portal.credit.Completion;
import cme.portal.credit.CreditClient;
import cme.portal.page.ActivityTitles;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;
import cme.portal.page.Sentences;
import cme.portal.page.Typed;
import cme.portal.pending.PendingCounts;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Versioned;
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
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// Corrections that societies propose. The board decides; a society reads its own.
@Path("/corrections")
@RolesAllowed({"board", "society"})
public class CorrectionsResource {
    private static final int UNPROCESSABLE = 422;
    private static final int INVALID = 400;
    private static final int CONFLICT = 409;
    private static final int STALE = 412;
    private static final String WAITING = "PROPOSED";
    private static final String OUTDATED = "proposal-outdated";

    private final CreditClient credit;
    private final ActivityTitles titles;
    private final PendingCounts pending;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;
    private final PortalConfig config;

    CorrectionsResource(
            @RestClient CreditClient credit,
            ActivityTitles titles,
            PendingCounts pending,
            Concurrently concurrently,
            AddressFields address,
            Frame frame,
            PortalConfig config) {
        this.credit = credit;
        this.titles = titles;
        this.pending = pending;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "correction")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance corrections(CorrectionsPage page);

        static native TemplateInstance correction(CorrectionPage page);
    }

    /// @param state of the proposals; empty for those that wait
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance corrections(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor) {
        return Templates.corrections(address.asking(() -> list(state, cursor)));
    }

    private CorrectionsPage list(@Nullable String state, @Nullable String cursor) {
        String chosen =
                address.text("state", state, "There is no such state. Those that wait are shown.");
        return CorrectionsPage.of(
                credit.proposals(
                        null,
                        CorrectionsPage.asked(chosen),
                        config.pageSize(),
                        address.cursor(cursor)),
                chosen,
                frame.visitor().isBoard(),
                frame.formats());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance correction(
            @PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        return page(id, new CorrectionPage.Visit(frame.visitor().isBoard(), "", null, null, done));
    }

    /// Accepts or declines a proposal.
    ///
    /// @param decision `ACCEPT` or `REJECT`
    /// @param version of the proposal as it was read
    @POST
    @Path("/{id}")
    @RolesAllowed("board")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response decide(
            @PathParam("id") String id,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String version) {
        String why = Typed.text(reason);
        if (why.isEmpty()) {
            return refused(id, why, "Say why; its society reads it.", null);
        }
        boolean accepts = "ACCEPT".equals(decision);
        try {
            credit.decide(
                    id,
                    Typed.orNull(version),
                    new Completion.ProposalDecision(accepts ? "ACCEPT" : "REJECT", why));
            pending.changed();
        } catch (ServiceProblem problem) {
            return switch (problem.status()) {
                case INVALID ->
                        problem.errorsOf("reason").isEmpty()
                                ? refused(id, why, null, invalid(problem))
                                : refused(id, why, invalid(problem), null);
                case CONFLICT, STALE -> refused(id, why, null, conflict(problem));
                default -> throw problem;
            };
        }
        return Response.seeOther(
                        URI.create(
                                "/corrections/"
                                        + id
                                        + "?done="
                                        + (accepts ? "accepted" : "declined")))
                .build();
    }

    private static String conflict(ServiceProblem problem) {
        return problem.code().equals(OUTDATED)
                ? "What is recorded has changed since this was proposed."
                : "It was decided or replaced meanwhile. This is how it is now.";
    }

    private String invalid(ServiceProblem problem) {
        return problem.errors().stream()
                .map(error -> Sentences.of(error.detail(), frame.formats()))
                .reduce((one, other) -> one + " " + other)
                .orElse(problem.detail());
    }

    /// The proposal as it is now, with the reason as it was typed.
    private Response refused(
            String id, String reason, @Nullable String error, @Nullable String problem) {
        return Response.status(UNPROCESSABLE)
                .entity(page(id, new CorrectionPage.Visit(true, reason, error, problem, null)))
                .build();
    }

    private TemplateInstance page(String id, CorrectionPage.Visit visit) {
        Asked<Optional<String>> next =
                concurrently.ask(() -> visit.forBoard() ? next(id) : Optional.empty());
        Versioned<Completion.Proposal> proposal = Versioned.of(credit.proposal(id));
        String completion = proposal.value().completion();
        Asked<Completion> recorded =
                concurrently.ask(() -> credit.completion(completion).getEntity());
        Asked<Optional<String>> activity =
                concurrently.ask(
                        () ->
                                Optional.ofNullable(
                                        titles.find(proposal.value().correction().activity())));
        boolean mayBeUndone =
                "accepted".equals(visit.done())
                        && countedBefore(completion, proposal.value().revision());
        return Templates.correction(
                CorrectionPage.of(
                        new CorrectionPage.Known(
                                proposal.value(),
                                proposal.tag(),
                                recorded.value(),
                                activity.value().orElse(null),
                                mayBeUndone,
                                next.value().orElse(null)),
                        visit,
                        frame.formats()));
    }

    private boolean countedBefore(String completion, int revision) {
        return credit.revisions(completion).items().stream()
                .anyMatch(one -> one.revision() == revision && one.status().equals("RECORDED"));
    }

    /// The oldest other one that waits.
    private Optional<String> next(String id) {
        Paged<Completion.Proposal> waiting = credit.proposals(null, WAITING, 2, null);
        return waiting.items().stream()
                .map(Completion.Proposal::id)
                .filter(one -> !one.equals(id))
                .findFirst();
    }
}
