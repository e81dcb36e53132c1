package cme.portal.guidance;

import cme.portal.catalog.CatalogClient;
import cme.portal.page.AddressFields;

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

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// How to earn what is asked, for everybody.
@Path("/guidance")
@PermitAll
public class GuidanceResource {
    private static final int ALL = 200;

    private final CatalogClient catalog;
    private final AddressFields address;

    GuidanceResource(@RestClient CatalogClient catalog, AddressFields address) {
        this.catalog = catalog;
        this.address = address;
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
        return Templates.guidance(address.asking(() -> page(requirement)));
    }

    private GuidancePage page(@Nullable String requirement) {
        String asked =
                address.text("requirement", requirement, "The rules have no such requirement.");
        return GuidancePage.of(asked, catalog.guidance(asked, ALL, null).items());
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
