package cme.portal.roster;

import cme.portal.credit.CreditClient;
import cme.portal.credit.Roster;
import cme.portal.page.AddressFields;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;
import cme.portal.services.Paged;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The list of rosters: a society's own, for the board everybody's.
@Path("/rosters")
@RolesAllowed({"board", "society"})
public class RostersResource {
    private final CreditClient credit;
    private final AddressFields address;
    private final Frame frame;
    private final PortalConfig config;

    RostersResource(
            @RestClient CreditClient credit,
            AddressFields address,
            Frame frame,
            PortalConfig config) {
        this.credit = credit;
        this.address = address;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "roster")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rosters(RostersPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance rosters(
            @BeanParam RostersFilter filter, @QueryParam("done") @Nullable String done) {
        Paged<Roster> list = address.asking(() -> find(filter));
        filter.leaveOut(address::isRefused);
        return Templates.rosters(
                RostersPage.of(filter, list, frame.visitor().isBoard(), done, frame.formats()));
    }

    private Paged<Roster> find(RostersFilter filter) {
        return credit.rosters(
                address.text("externalId", filter.externalId(), "No roster has such a name."),
                address.text("provider", filter.provider(), "There is no such society."),
                address.day("from", filter.from()),
                address.day("to", filter.to()),
                config.pageSize(),
                address.cursor(filter.cursor()));
    }
}
