package cme.chassis.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

/// The methods of one path in two classes, one of which has its variable in the path of the class.
@Path("/v1/parcels/numbered/{number: [0-9]{1,3}}")
@RunOnVirtualThread
public class NumberedParcelResource {

    @DELETE
    @Operation(hidden = true)
    @PermitAll
    public void delete(@PathParam("number") int number) {
        // Only its path matters.
    }

    /// Reads what the other class deletes, and `/v1/parcels/{name}` besides.
    @Path("/v1/parcels")
    @RunOnVirtualThread
    public static class Readings {

        @GET
        @Path("/numbered/{n: [0-9]{1,3}}")
        @Operation(hidden = true)
        @PermitAll
        public int read(@PathParam("n") int number) {
            return number;
        }

        @GET
        @Path("/{name}")
        @Operation(hidden = true)
        @PermitAll
        public String named(@PathParam("name") String name) {
            return name;
        }
    }
}
