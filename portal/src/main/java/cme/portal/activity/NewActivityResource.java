package cme.portal.activity;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// A society proposes an activity, or the board adds one.
@Path("/activities/new")
@RolesAllowed({"board", "society"})
public class NewActivityResource {
    private final DescriptionPages pages;

    NewActivityResource(DescriptionPages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance blank() {
        return pages.blank();
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response propose(@BeanParam ActivityForm form) {
        return pages.put(form.value("code"), null, form);
    }
}
