package cme.credit.privacy;

import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.problem.NoSuchResource;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.identity.PersonalDataStore.Kind;
import cme.credit.privacy.PersonalDataPages.Placed;
import io.quarkus.security.ForbiddenException;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Everything that the ledger holds on one person.
@Path("/v1/identities/{diplomateId}/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Privacy")
public class PersonalDataResource {
    private final PersonalDataPages pages;
    private final Access access;

    PersonalDataResource(PersonalDataPages pages, Access access) {
        this.pages = pages;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            operationId = "listPersonalData",
            summary = "Read everything that is held on a diplomate",
            description =
                    "All numbers of the person, every revision. A diplomate reads their own. Only what is surely the person's:"
                            + " a held row that may mean several people is in nobody's. compliance-service has a list of its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = PersonalDataPage.class)))
    public Page<PersonalDatumView> list(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        if (!access.mayReadOf(diplomateId)) {
            throw new ForbiddenException();
        }
        Fields query = Fields.ofQuery(uri);
        PageRequest page = PageRequest.read(query, 2, PersonalDataResource::isOfList);
        query.complete();
        Cursor after = page.after();
        List<Placed> found =
                pages.after(
                                diplomateId,
                                after == null ? Kind.values()[0] : Kind.valueOf(after.part(0)),
                                after == null ? "" : after.part(1),
                                page.rowsToFetch())
                        .orElseThrow(() -> new NoSuchResource("There is no such diplomate."));
        return Page.of(found, page, placed -> Cursor.of(placed.kind().name(), placed.place()))
                .map(placed -> new PersonalDatumView(placed.kind().code(), placed.data()));
    }

    private static boolean isOfList(Cursor cursor) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(cursor.part(0)))
                .anyMatch(kind -> !kind.isNumbered() || cursor.part(1).matches("[0-9]{1,18}"));
    }

    /// For the API description only, which loses generics.
    @Schema(name = "PersonalDataPage")
    record PersonalDataPage(
            List<PersonalDatumView> items,
            @Schema(nullable = true, description = "Send back as `cursor`; null on the last page")
                    @Nullable String nextCursor) {}
}
