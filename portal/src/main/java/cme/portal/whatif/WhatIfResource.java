package cme.portal.whatif;

import cme.portal.catalog.Activity;
import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.Recommendations;
import cme.portal.compliance.Status;
import cme.portal.compliance.WhatIf;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
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
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Answers what somebody's status would be.
@Path("/diplomates/{id}/what-if")
@RolesAllowed({"board", "diplomate"})
public class WhatIfResource {
    private static final int ALL_PROCEDURES = 200;
    private static final int FOUND = 8;
    private static final int NOT_FOUND = 404;
    private static final int INVALID = 400;

    private final ComplianceClient compliance;
    private final CatalogClient catalog;
    private final Concurrently concurrently;
    private final Frame frame;

    WhatIfResource(
            @RestClient ComplianceClient compliance,
            @RestClient CatalogClient catalog,
            Concurrently concurrently,
            Frame frame) {
        this.compliance = compliance;
        this.catalog = catalog;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "whatif")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance whatIf(WhatIfPage page);
    }

    /// Parameters of the same name belong to rows in their order.
    ///
    /// @param add a code or words: another row; words lead to a choice
    /// @param year the due year of the supposed tracer procedure
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response whatIf(
            @PathParam("id") String id,
            @QueryParam("activity") List<String> activity,
            @QueryParam("title") List<String> title,
            @QueryParam("on") List<String> on,
            @QueryParam("credits") List<String> credits,
            @QueryParam("safety") List<String> safety,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("procedure") @Nullable String procedure,
            @QueryParam("add") @Nullable String add) {
        Question asked =
                Question.of(id, activity, title, on, credits, safety, asOf, year, procedure);
        // The day of today is not part of the question: tomorrow the address asks about tomorrow.
        Question question = frame.today().equals(asked.asOf()) ? asked.asOf(null) : asked;
        String words = add == null ? "" : add.strip();
        if (words.isEmpty() || question.isFull()) {
            return page(question, null);
        }
        Map<String, Activity> exact = activities(List.of(words));
        if (exact.containsKey(words)) {
            return Response.seeOther(
                            URI.create(question.with(Question.Row.ofActivity(words)).address()))
                    .build();
        }
        return page(question, search(words, question));
    }

    private Search search(String words, Question question) {
        List<Activity> found =
                catalog.activities(
                                words, null, null, "APPROVED", null, null, null, null, FOUND, null)
                        .items();
        return Search.of(words, question, found, frame.formats());
    }

    private Response page(Question question, @Nullable Search search) {
        String id = question.diplomateId();
        Asked<Status> status =
                concurrently.ask(() -> compliance.status(id, question.asOf(), null, null));
        Asked<Recommendations> help =
                concurrently.ask(() -> compliance.recommendations(id, question.asOf()));
        Asked<Paged<TracerProcedure>> procedures =
                concurrently.ask(() -> catalog.tracerProcedures(ALL_PROCEDURES, null));
        Draft draft =
                Draft.of(
                        question,
                        activities(question.rows().stream().map(Question.Row::activity).toList()),
                        frame.today());
        Status before = status.value();
        WhatIf after = null;
        WhatIf.Request request = draft.request();
        if (request != null && !question.supposesNothing()) {
            try {
                after = compliance.whatIf(id, question.asOf(), request);
            } catch (ServiceProblem problem) {
                if (problem.status() != INVALID) {
                    throw problem;
                }
                draft = draft.refused(problem, frame.formats());
            }
        }
        return Response.ok(
                        Templates.whatIf(
                                        WhatIfPage.of(
                                                question,
                                                draft,
                                                before,
                                                after,
                                                search,
                                                procedures.part().map(Paged::items),
                                                help.part(),
                                                frame.today(),
                                                frame.formats()))
                                .render())
                .build();
    }

    /// Those that the catalog knows; while it does not answer, none.
    private Map<String, Activity> activities(List<String> codes) {
        Map<String, Asked<Activity>> asked = new HashMap<>();
        for (String code : codes) {
            if (Question.isCode(code)) {
                asked.computeIfAbsent(
                        code, one -> concurrently.ask(() -> catalog.activity(one).getEntity()));
            }
        }
        Map<String, Activity> known = new HashMap<>();
        asked.forEach(
                (code, answer) -> {
                    try {
                        known.put(code, answer.value());
                    } catch (ServiceProblem problem) {
                        if (problem.status() != NOT_FOUND && !problem.isOutage()) {
                            throw problem;
                        }
                    }
                });
        return known;
    }
}
