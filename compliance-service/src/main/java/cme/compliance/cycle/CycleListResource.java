package cme.compliance.cycle;

import cme.chassis.http.Page;
import cme.chassis.openapi.WholeList;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.record.RecordedCycles;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Lists the cycles of a diplomate, which follow one another.
@Path(Access.DIPLOMATE_PATH + "/cycles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Record")
public class CycleListResource {

    private final RecordedCycles cycles;
    private final Access access;

    CycleListResource(RecordedCycles cycles, Access access) {
        this.cycles = cycles;
        this.access = access;
    }

    @GET
    @Extension(name = WholeList.EXTENSION, value = "true")
    @Operation(
            summary = "The cycles of the diplomate, by their years",
            operationId = "listCycles",
            description =
                    "A status reads each of them by `?cycle=`; without it, the one of the as-of date.")
    @APIResponse(responseCode = "200", description = "All cycles, on one page")
    public Page<CycleListView> list(@PathParam("diplomateId") String diplomateId) {
        return new Page<>(
                cycles.of(access.read(diplomateId)).places().stream()
                        .map(CycleListView::of)
                        .toList(),
                null);
    }
}
