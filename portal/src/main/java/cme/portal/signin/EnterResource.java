package cme.portal.signin;

import io.quarkus.security.Authenticated;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import java.net.URI;

/// The way in: signs in and leads to one's first page.
@Path("/enter")
@Authenticated
public class EnterResource {
    private final Visitor visitor;

    EnterResource(Visitor visitor) {
        this.visitor = visitor;
    }

    @GET
    public Response enter() {
        return Response.seeOther(URI.create(FirstPage.of(visitor))).build();
    }
}
