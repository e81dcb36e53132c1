package cme.portal.activity;

import cme.portal.catalog.Activity;
import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.Provider;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Part;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import cme.portal.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Makes the page of the form of an activity, and records what is sent.
@RequestScoped
class DescriptionPages {
    private static final int ALL = 200;

    private final CatalogClient catalog;
    private final Reader reader;
    private final Concurrently concurrently;
    private final Frame frame;

    DescriptionPages(
            @RestClient CatalogClient catalog,
            Reader reader,
            Concurrently concurrently,
            Frame frame) {
        this.catalog = catalog;
        this.reader = reader;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "activity")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance form(ActivityFormPage page);
    }

    TemplateInstance blank() {
        return page(ActivityForm.blank(own()), null, List.of(), null);
    }

    TemplateInstance edit(String code) {
        Activity activity = catalog.activity(code).getEntity();
        return page(ActivityForm.of(activity), activity, List.of(), null);
    }

    /// @param tag null for a new one
    Response put(String code, @Nullable String tag, ActivityForm form) {
        if (own() != null) {
            form.provider = own();
        }
        List<Fault> faults = form.faults();
        if (!faults.isEmpty()) {
            return again(422, page(form, current(code, tag), faults, null));
        }
        try {
            boolean board = frame.visitor().isBoard();
            catalog.putActivity(code, tag, form.request(board));
            String done = board ? "added" : "proposed";
            return ActivityPages.seeOther(code, tag == null ? done : "changed", null);
        } catch (ServiceProblem problem) {
            return refused(code, tag, form, problem);
        }
    }

    private Response refused(
            String code, @Nullable String tag, ActivityForm form, ServiceProblem problem) {
        if (problem.isStale() && tag != null) {
            return again(412, page(form, current(code, tag), List.of(), form.revision));
        }
        return switch (problem.status()) {
            case 412, 428 ->
                    again(
                            422,
                            page(
                                    form,
                                    null,
                                    List.of(
                                            new Fault(
                                                    "code", "An activity has this code already.")),
                                    null));
            case 400, 409, 422 ->
                    again(
                            422,
                            page(
                                    form,
                                    current(code, tag),
                                    Fault.of(problem, frame.formats()),
                                    null));
            case 403 ->
                    again(
                            422,
                            page(
                                    form,
                                    current(code, tag),
                                    Fault.of(problem, frame.formats()),
                                    null));
            default -> throw problem;
        };
    }

    private @Nullable Activity current(String code, @Nullable String tag) {
        return tag == null ? null : catalog.activity(code).getEntity();
    }

    private static Response again(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page.render())
                .build();
    }

    private @Nullable String own() {
        Visitor visitor = frame.visitor();
        return visitor.isBoard() ? null : visitor.provider().orElse(null);
    }

    private TemplateInstance page(
            ActivityForm form,
            @Nullable Activity activity,
            List<Fault> faults,
            @Nullable Integer seen) {
        Asked<Paged<Provider>> providers = reader.providers();
        String own = own();
        Names names = Names.of(providers.part().map(Paged::items), new Part.Here<>(List.of()));
        Provider provider =
                own == null
                        ? null
                        : providers.value().items().stream()
                                .filter(one -> one.code().equals(own))
                                .findFirst()
                                .orElseGet(() -> new Provider(own, own, null, List.of()));
        Changes.Stale stale =
                seen == null || activity == null
                        ? null
                        : new Changes(names, frame.formats())
                                .since(seen, catalog.revisions(activity.code(), ALL, null).items());
        return Templates.form(
                ActivityFormPage.of(
                        form,
                        new ActivityFormPage.Known(activity, provider, names, faults, stale)));
    }
}
