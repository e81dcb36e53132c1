package cme.portal.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Whether the session still holds. The script of a form asks before it sends, so that nothing
/// typed is lost; it gets 499 when the session is over.
@Path("/session")
@Authenticated
public class SessionResource {
    private final Visitor visitor;

    SessionResource(Visitor visitor) {
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "signin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance renewed();
    }

    /// Whose session it is, for a page that somebody else may have opened.
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String session() {
        return visitor.subject();
    }

    /// Where the new tab ends after signing in again.
    @GET
    @Path("/renewed")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance renewed() {
        return Templates.renewed();
    }
}
