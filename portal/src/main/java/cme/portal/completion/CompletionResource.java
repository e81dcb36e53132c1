package cme.portal.completion;

import cme.portal.catalog.Activity;
import cme.portal.catalog.CatalogClient;
import cme.portal.credit.Completion;
import cme.portal.credit.CreditClient;
import cme.portal.credit.Withdrawal;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Part;
import cme.portal.page.Sentences;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Versioned;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// One completion, with its correction and withdrawal; a surgeon reads their own.
@Path("/completions/{id}")
@RolesAllowed({"board", "society", "diplomate"})
public class CompletionResource {
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int STALE = 412;
    private static final int MOST = 200;
    private static final String BOARD_DECIDED = "board-decided";

    private final CreditClient credit;
    private final CatalogClient catalog;
    private final Concurrently concurrently;
    private final Frame frame;

    CompletionResource(
            @RestClient CreditClient credit,
            @RestClient CatalogClient catalog,
            Concurrently concurrently,
            Frame frame) {
        this.credit = credit;
        this.catalog = catalog;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "completion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance completion(CompletionPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance completion(
            @PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        return page(Versioned.of(credit.completion(id)), done, null, null);
    }

    private TemplateInstance page(
            Versioned<Completion> current,
            @Nullable String done,
            CompletionPage.@Nullable Refused refused,
            @Nullable String withdrawalError) {
        Completion completion = current.value();
        boolean mayEdit = !frame.visitor().isDiplomate();
        Asked<Paged<Completion.Revision>> revisions =
                concurrently.ask(() -> credit.revisions(completion.id()));
        Asked<Paged<Completion.Proposal>> proposals =
                concurrently.ask(
                        () ->
                                mayEdit
                                        ? credit.proposals(null, MOST, null)
                                        : new Paged<>(List.of(), null));
        return Templates.completion(
                CompletionPage.of(
                        new CompletionPage.Known(
                                completion,
                                title(completion),
                                revisions.value().items(),
                                of(completion, proposals.part())),
                        current.tag(),
                        new CompletionPage.Viewer(frame.visitor().isBoard(), mayEdit, done),
                        refused,
                        withdrawalError,
                        frame.formats()));
    }

    private static List<Completion.Proposal> of(
            Completion completion, Part<Paged<Completion.Proposal>> all) {
        return all.isHere()
                ? all.value().items().stream()
                        .filter(one -> one.completion().equals(completion.id()))
                        .toList()
                : List.of();
    }

    /// The title in the catalog; the completion is shown by its code when the catalog does not say.
    private @Nullable String title(Completion completion) {
        String code = completion.activity();
        if (code == null) {
            return null;
        }
        try {
            Activity activity = catalog.activity(code).getEntity();
            return activity.title();
        } catch (ServiceProblem _) {
            return null;
        }
    }

    /// Where the answer to a form is asked for again.
    @GET
    @Path("/correction")
    @RolesAllowed({"board", "society"})
    @RunOnVirtualThread
    public Response afterCorrection(@PathParam("id") String id) {
        return Response.seeOther(URI.create("/completions/" + id)).build();
    }

    @GET
    @Path("/withdrawal")
    @RolesAllowed({"board", "society"})
    @RunOnVirtualThread
    public Response afterWithdrawal(@PathParam("id") String id) {
        return afterCorrection(id);
    }

    @POST
    @Path("/correction")
    @RolesAllowed({"board", "society"})
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response correct(@PathParam("id") String id, @BeanParam CorrectionForm form) {
        Versioned<Completion> current = Versioned.of(credit.completion(id));
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return refused(UNPROCESSABLE, current, form, errors, form.isToPropose());
        }
        Completion.Correction correction = form.correction(current.value());
        try {
            if (form.isToPropose()) {
                credit.propose(id, form.version(), correction);
                return done(id, "proposed");
            }
            credit.correct(id, form.version(), correction);
            return done(id, "corrected");
        } catch (ServiceProblem problem) {
            return switch (problem.status()) {
                case 400 ->
                        refused(UNPROCESSABLE, current, form, errors(problem), form.isToPropose());
                case CONFLICT ->
                        refused(
                                UNPROCESSABLE,
                                current,
                                form,
                                Map.of("", Sentences.of(problem.detail(), frame.formats())),
                                problem.code().equals(BOARD_DECIDED));
                case STALE -> stale(id, form);
                default -> throw problem;
            };
        }
    }

    private Map<String, String> errors(ServiceProblem problem) {
        Map<String, String> errors = new LinkedHashMap<>();
        problem.errors()
                .forEach(
                        one ->
                                errors.merge(
                                        CorrectionForm.FIELDS.contains(one.field())
                                                ? one.field()
                                                : "",
                                        Sentences.of(one.detail(), frame.formats()),
                                        (a, b) -> a + " " + b));
        return errors.isEmpty()
                ? Map.of("", Sentences.of(problem.detail(), frame.formats()))
                : errors;
    }

    private Response refused(
            int status,
            Versioned<Completion> current,
            CorrectionForm form,
            Map<String, String> errors,
            boolean propose) {
        var seen = new Versioned<>(current.value(), form.version());
        return Response.status(status)
                .entity(
                        page(
                                seen,
                                null,
                                new CompletionPage.Refused(form, errors, false, propose),
                                null))
                .build();
    }

    /// Both versions, and the form as it was typed: sent again, it names the newer version.
    private Response stale(String id, CorrectionForm form) {
        Versioned<Completion> newer = Versioned.of(credit.completion(id));
        return Response.status(STALE)
                .entity(
                        page(
                                newer,
                                null,
                                new CompletionPage.Refused(
                                        form,
                                        Map.of(
                                                "",
                                                "Somebody changed it meanwhile, so nothing was"
                                                        + " recorded. Compare both, then decide."),
                                        true,
                                        form.isToPropose()),
                                null))
                .build();
    }

    @POST
    @Path("/withdrawal")
    @RolesAllowed({"board", "society"})
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response withdraw(
            @PathParam("id") String id,
            @RestForm @Nullable String version,
            @RestForm @Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        String error = "Please say why.";
        if (!why.isEmpty()) {
            try {
                credit.withdraw(id, version, new Withdrawal(why));
                return done(id, "withdrawn");
            } catch (ServiceProblem problem) {
                error =
                        switch (problem.status()) {
                            case STALE ->
                                    "Somebody changed it meanwhile. This is how it is now; decide"
                                            + " again.";
                            case CONFLICT -> Sentences.of(problem.detail(), frame.formats());
                            case 400 -> String.join(" ", errors(problem).values());
                            default -> throw problem;
                        };
            }
        }
        return Response.status(UNPROCESSABLE)
                .entity(page(Versioned.of(credit.completion(id)), null, null, error))
                .build();
    }

    /// Records the content again that stood before the last change.
    ///
    /// @param revision that was seen; another one is left as it is
    @POST
    @Path("/take-back")
    @RolesAllowed({"board", "society"})
    @RunOnVirtualThread
    public Response takeBack(
            @PathParam("id") String id, @QueryParam("revision") @Nullable Integer revision) {
        Versioned<Completion> current = Versioned.of(credit.completion(id));
        Completion now = current.value();
        if (revision == null || revision != now.revision()) {
            return Response.seeOther(URI.create("/completions/" + id)).build();
        }
        Completion.Revision before =
                credit.revisions(id).items().stream()
                        .filter(one -> one.revision() == now.revision() - 1)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        credit.correct(
                id,
                current.tag(),
                new Completion.Correction(
                        "The last change was taken back",
                        now.externalId(),
                        null,
                        null,
                        null,
                        null,
                        before.activity(),
                        before.title(),
                        before.completedOn(),
                        before.session(),
                        before.credits(),
                        before.patientSafetyCredits(),
                        before.category(),
                        null));
        return done(id, "taken-back");
    }

    private static Response done(String id, String what) {
        return Response.seeOther(URI.create("/completions/" + id + "?done=" + what)).build();
    }
}
