package cme.portal.guidance;

import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.Guidance;
import cme.portal.page.Typed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// How to earn what is asked, for everybody.
@Path("/guidance")
@PermitAll
public class GuidanceResource {
    private static final int ALL = 200;

    private final CatalogClient catalog;

    GuidanceResource(@RestClient CatalogClient catalog) {
        this.catalog = catalog;
    }

    @CheckedTemplate(basePath = "guidance")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance guidance(GuidancePage page);
    }

    /// @param requirement id of a requirement of the rules; empty for everything
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance guidance(@QueryParam("requirement") @Nullable String requirement) {
        String asked = Typed.orNull(requirement);
        List<Guidance> found = catalog.guidance(asked, ALL, null).items();
        return Templates.guidance(GuidancePage.of(asked, found));
    }

    @GET
    @Path("/{topic}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance topic(@PathParam("topic") String topic) {
        return catalog.guidance(null, ALL, null).items().stream()
                .filter(one -> one.topic().equals(topic))
                .findFirst()
                .map(one -> Templates.guidance(GuidancePage.of(one)))
                .orElseThrow(NotFoundException::new);
    }
}
