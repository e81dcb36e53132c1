package cme.portal.activity;

import cme.portal.catalog.ActivityPage;
import cme.portal.catalog.ActivityPage.Facet;
import cme.portal.catalog.CatalogClient;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;
import cme.portal.services.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The search in the catalog, for everybody.
@Path("/activities")
@PermitAll
public class ActivitiesResource {
    private final CatalogClient catalog;
    private final Reader reader;
    private final Concurrently concurrently;
    private final Frame frame;
    private final PortalConfig config;

    ActivitiesResource(
            @RestClient CatalogClient catalog,
            Reader reader,
            Concurrently concurrently,
            Frame frame,
            PortalConfig config) {
        this.catalog = catalog;
        this.reader = reader;
        this.concurrently = concurrently;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "activity")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance activities(ActivitiesPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance activities(@BeanParam ActivityFilter filter) {
        boolean decides = frame.visitor().isBoard() || frame.visitor().isSociety();
        var providers = reader.providers();
        var procedures = reader.procedures();
        var helps = reader.helps(filter.whom());
        Asked<Long> waiting = concurrently.ask(() -> decides ? waiting() : 0L);
        ActivityPage activities;
        @Nullable String problem = null;
        try {
            activities = find(filter);
        } catch (ServiceProblem refused) {
            if (refused.status() != 400) {
                throw refused;
            }
            activities = new ActivityPage(List.of(), null, null);
            problem = sentence(refused);
        }
        var waitingPart = waiting.part();
        return Templates.activities(
                ActivitiesPage.of(
                        filter,
                        new ActivitiesPage.Found(
                                activities,
                                Reader.names(providers, procedures),
                                helps.part(),
                                waitingPart.isHere() ? waitingPart.value() : 0,
                                frame.visitor().isBoard(),
                                problem),
                        frame.formats()));
    }

    private ActivityPage find(ActivityFilter filter) {
        return catalog.activities(
                filter.value("q"),
                filter.value("provider"),
                filter.value("type"),
                filter.value("status"),
                filter.value("purpose"),
                filter.value("procedure"),
                null,
                true,
                config.pageSize(),
                filter.cursor());
    }

    /// A society sees its own proposals only.
    private long waiting() {
        ActivityPage proposals =
                catalog.activities(null, null, null, "PROPOSED", null, null, null, true, 1, null);
        return proposals.facets() == null
                ? proposals.items().size()
                : proposals.facets().type().stream().mapToLong(Facet::count).sum();
    }

    private static String sentence(ServiceProblem refused) {
        return refused.errors().isEmpty()
                ? refused.detail()
                : refused.errors().stream()
                        .map(error -> error.detail())
                        .collect(Collectors.joining(" "));
    }
}
