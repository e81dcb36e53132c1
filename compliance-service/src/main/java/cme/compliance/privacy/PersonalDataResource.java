package cme.compliance.privacy;

import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.privacy.PersonalData.Placed;
import cme.compliance.rules.DiplomateId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Everything that this service holds on one person.
@Path(Access.DIPLOMATE_PATH + "/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Privacy")
public class PersonalDataResource {

    private final PersonalData personalData;
    private final Access access;

    PersonalDataResource(PersonalData personalData, Access access) {
        this.personalData = personalData;
        this.access = access;
    }

    @GET
    @Operation(
            summary = "Read everything that is held on a diplomate",
            operationId = "listDiplomatePersonalData",
            description =
                    "All numbers of the person, every revision. A diplomate reads their own."
                            + " credit-service, which has the names, has a list of its own.")
    @APIResponse(responseCode = "200", description = "A page")
    public Page<PersonalDatumView> list(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        DiplomateId diplomate = access.readAlsoMerged(diplomateId);
        Fields query = Fields.ofQuery(uri);
        PageRequest page =
                PageRequest.read(
                        query,
                        2,
                        cursor ->
                                Arrays.stream(PersonalRecord.values())
                                        .anyMatch(kind -> kind.name().equals(cursor.part(0))));
        query.complete();
        Cursor after = page.after();
        List<Placed> found =
                personalData.after(
                        diplomate,
                        after == null
                                ? PersonalRecord.values()[0]
                                : PersonalRecord.valueOf(after.part(0)),
                        after == null ? "" : after.part(1),
                        page.rowsToFetch());
        return Page.of(found, page, placed -> Cursor.of(placed.kind().name(), placed.place()))
                .map(placed -> new PersonalDatumView(placed.kind().code(), placed.data()));
    }
}
