package cme.portal.record;

import cme.portal.catalog.CatalogClient;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.Cycle;
import cme.portal.compliance.WhatIf;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Sentences;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Versioned;
import cme.portal.status.StatusAddress;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The board's record of a diplomate. A change is shown before it is recorded, and can be taken
/// back.
@Path("/diplomates/{id}/record")
@RolesAllowed("board")
public class RecordResource {
    private static final int MOST = 200;
    private static final int UNPROCESSABLE = 422;
    private static final String TAKEN_BACK =
            "Taken back by the board's staff right after it was recorded";

    private final ComplianceClient compliance;
    private final CatalogClient catalog;
    private final Concurrently concurrently;
    private final Frame frame;

    RecordResource(
            @RestClient ComplianceClient compliance,
            @RestClient CatalogClient catalog,
            Concurrently concurrently,
            Frame frame) {
        this.compliance = compliance;
        this.catalog = catalog;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "record")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance record(RecordPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance record(
            @PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        return page(id, new RecordForm(), new RecordPage.Outcome(List.of(), null, null, done));
    }

    /// Shows what a change would do, or records it.
    @POST
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response change(@PathParam("id") String id, @BeanParam RecordForm form) {
        List<RecordForm.Fault> faults = form.faults();
        if (!faults.isEmpty()) {
            return refused(id, form, faults, null);
        }
        try {
            WhatIf.Request question = form.supposed();
            if (form.isPreview() && question != null) {
                WhatIf supposed = compliance.whatIf(id, null, question);
                return Response.ok(
                                page(
                                        id,
                                        form,
                                        new RecordPage.Outcome(List.of(), null, supposed, null)))
                        .build();
            }
            write(id, form);
        } catch (ServiceProblem problem) {
            if (problem.isOutage()) {
                throw problem;
            }
            return refused(id, form, List.of(), sentence(problem));
        }
        return seeOther(id, "recorded");
    }

    private void write(String id, RecordForm form) {
        switch (form.kind()) {
            case "decision" -> compliance.recordDecision(id, form.ifMatch(), form.decision());
            case "tracer" -> compliance.putTracer(id, form.year(), form.ifMatch(), form.tracer());
            case "pathway" -> compliance.recordPathway(id, form.ifMatch(), form.pathwaySpan());
            default -> compliance.putCycle(id, form.ifMatch(), form.cycle());
        }
    }

    /// Takes one entry back.
    ///
    /// @param key of the entry among those of its kind
    @POST
    @Path("/removal")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response takeBack(
            @PathParam("id") String id,
            @RestForm String kind,
            @RestForm String key,
            @RestForm int revision,
            @RestForm @Nullable String reason) {
        String tag = Versioned.tag(revision);
        String why = reason == null || reason.isBlank() ? TAKEN_BACK : reason.strip();
        try {
            switch (kind) {
                case "decision" -> {
                    String[] parts = key.split(":", 2);
                    compliance.removeDecision(id, parts[0], Integer.parseInt(parts[1]), tag, why);
                }
                case "tracer" -> compliance.removeTracer(id, Integer.parseInt(key), tag, why);
                case "pathway" -> compliance.removePathway(id, LocalDate.parse(key), tag, why);
                default -> compliance.removeCycle(id, tag, why);
            }
        } catch (ServiceProblem problem) {
            if (problem.isOutage()) {
                throw problem;
            }
            return refused(id, new RecordForm(), List.of(), sentence(problem));
        }
        return seeOther(id, "taken-back");
    }

    private String sentence(ServiceProblem problem) {
        return problem.isStale()
                ? "Somebody changed this meanwhile. Below it stands as it is now, and the form as you"
                        + " filled it in."
                : Sentences.of(
                        problem.errors().isEmpty()
                                ? problem.detail()
                                : String.join(
                                        " ",
                                        problem.errors().stream()
                                                .map(one -> one.detail())
                                                .toList()),
                        frame.formats());
    }

    private Response refused(
            String id, RecordForm form, List<RecordForm.Fault> faults, @Nullable String problem) {
        return Response.status(UNPROCESSABLE)
                .entity(page(id, form, new RecordPage.Outcome(faults, problem, null, null)))
                .build();
    }

    private static Response seeOther(String id, String done) {
        return Response.seeOther(URI.create(StatusAddress.path(id) + "/record?done=" + done))
                .build();
    }

    private TemplateInstance page(String id, RecordForm form, RecordPage.Outcome outcome) {
        var cycle = concurrently.ask(() -> ifKnown(() -> Versioned.of(compliance.cycle(id))));
        var status = concurrently.ask(() -> ifKnown(() -> compliance.status(id, null, null, null)));
        var pathways = concurrently.ask(() -> compliance.pathways(id).items());
        var tracers = concurrently.ask(() -> compliance.tracers(id).items());
        var decisions = concurrently.ask(() -> compliance.decisions(id).items());
        var procedures = concurrently.ask(() -> catalog.tracerProcedures(MOST, null).items());
        var ruleSets = concurrently.ask(() -> compliance.ruleSets().items());
        Optional<Versioned<Cycle>> known = cycle.value();
        var choices = procedures.part();
        return Templates.record(
                RecordPage.of(
                        id,
                        new RecordPage.Known(
                                known,
                                pathways.value(),
                                tracers.value(),
                                decisions.value(),
                                status.value(),
                                choices.isHere() ? choices.value() : List.of(),
                                ruleSets.value()),
                        form,
                        outcome,
                        frame.formats()));
    }

    /// Somebody without a cycle has none to show, and can be given one here.
    private static <T> Optional<T> ifKnown(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ServiceProblem problem) {
            if (problem.status() == 404) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
