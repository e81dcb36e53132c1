package cme.portal.home;

import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.Guidance;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.RuleSet;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.services.Paged;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Shows everybody what is asked of a diplomate.
@Path("/")
@PermitAll
public class HomeResource {
    /// The rules that most diplomates have.
    private static final String RULES = "abps-cc-10y";

    private static final int ALL = 200;

    private final CatalogClient catalog;
    private final ComplianceClient compliance;
    private final Concurrently concurrently;
    private final Frame frame;

    HomeResource(
            @RestClient CatalogClient catalog,
            @RestClient ComplianceClient compliance,
            Concurrently concurrently,
            Frame frame) {
        this.catalog = catalog;
        this.compliance = compliance;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "home")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(HomePage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance home() {
        Asked<RuleSet> rules = concurrently.ask(() -> compliance.ruleSet(RULES));
        Asked<Paged<Guidance>> guidance = concurrently.ask(() -> catalog.guidance(null, ALL, null));
        return Templates.home(
                HomePage.of(rules.part(), guidance.part().map(Paged::items), frame.formats()));
    }
}
