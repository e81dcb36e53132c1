package cme.portal.activity;

import cme.portal.services.Versioned;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The board changes an activity; a society its own, until the board has approved it.
@Path("/activities/{code}/edit")
@RolesAllowed({"board", "society"})
public class EditActivityResource {
    private final DescriptionPages pages;

    EditActivityResource(DescriptionPages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance edit(@PathParam("code") String code) {
        return pages.edit(code);
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response change(@PathParam("code") String code, @BeanParam ActivityForm form) {
        form.code = code;
        return pages.put(code, Versioned.tag(form.revision), form);
    }
}
