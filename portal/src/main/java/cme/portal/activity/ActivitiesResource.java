package cme.portal.activity;

import cme.portal.catalog.ActivityPage;
import cme.portal.catalog.ActivityPage.Facet;
import cme.portal.catalog.CatalogClient;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The search in the catalog, for everybody.
@Path("/activities")
@PermitAll
public class ActivitiesResource {
    private final CatalogClient catalog;
    private final Reader reader;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;
    private final PortalConfig config;

    ActivitiesResource(
            @RestClient CatalogClient catalog,
            Reader reader,
            Concurrently concurrently,
            AddressFields address,
            Frame frame,
            PortalConfig config) {
        this.catalog = catalog;
        this.reader = reader;
        this.concurrently = concurrently;
        this.address = address;
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
        ActivityPage activities = address.asking(() -> find(filter));
        filter.leaveOut(address::isRefused);
        var waitingPart = waiting.part();
        return Templates.activities(
                ActivitiesPage.of(
                        filter,
                        new ActivitiesPage.Found(
                                activities,
                                Reader.names(providers, procedures),
                                helps.part(),
                                waitingPart.isHere() ? waitingPart.value() : 0,
                                frame.visitor().isBoard()),
                        frame.formats()));
    }

    private ActivityPage find(ActivityFilter filter) {
        return catalog.activities(
                read(filter, "q", "The catalog cannot be searched for this. Try fewer words."),
                read(filter, "provider", "There is no such provider."),
                read(filter, "type", "There is no such kind of activity."),
                read(filter, "status", "No activity can have such a state."),
                read(filter, "purpose", "Activities count for no such thing."),
                read(filter, "procedure", "There is no such tracer procedure."),
                null,
                true,
                config.pageSize(),
                address.cursor(filter.cursor()));
    }

    private @Nullable String read(ActivityFilter filter, String name, String sentence) {
        return address.text(name, filter.value(name), sentence);
    }

    /// A society sees its own proposals only.
    private long waiting() {
        ActivityPage proposals =
                catalog.activities(null, null, null, "PROPOSED", null, null, null, true, 1, null);
        return proposals.facets() == null
                ? proposals.items().size()
                : proposals.facets().type().stream().mapToLong(Facet::count).sum();
    }
}
