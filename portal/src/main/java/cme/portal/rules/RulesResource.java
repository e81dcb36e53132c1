package cme.portal.rules;

import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.RuleSet;
import cme.portal.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The rules with the source of every number, for everybody.
@Path("/rules")
@PermitAll
public class RulesResource {
    /// The rules that most diplomates have; others are a link away.
    private static final String FIRST = "abps-cc-10y";

    private final ComplianceClient compliance;
    private final Frame frame;

    RulesResource(@RestClient ComplianceClient compliance, Frame frame) {
        this.compliance = compliance;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rules(RulesPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance first() {
        return rules(FIRST);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance rules(@PathParam("id") String id) {
        List<RuleSet> all = compliance.ruleSets().items();
        RuleSet asked =
                all.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        return Templates.rules(RulesPage.of(asked, all, frame.formats()));
    }
}
