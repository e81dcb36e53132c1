package cme.chassis.chain;

import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The resource of the checkpoints. A service extends it, names path and roles, and overrides the
/// operation, because the roles of a class do not apply to operations that it inherits.
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = CheckpointOperations.TAG, description = "Checking that nothing recorded was altered")
public abstract class CheckpointOperations {

    public static final String TAG = "Integrity";

    private final CheckpointList checkpoints;

    protected CheckpointOperations(CheckpointList checkpoints) {
        this.checkpoints = checkpoints;
    }

    @GET
    @Operation(
            operationId = "listCheckpoints",
            summary = "List the signed heads of the log's hash chain, the newest first",
            description =
                    "Keep one, and nobody can alter what was recorded before it without your being"
                            + " able to tell.")
    @APIResponse(responseCode = "200", description = "A page")
    public Page<CheckpointView> list(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        PageRequest page =
                PageRequest.read(query, 1, cursor -> cursor.part(0).matches("\\d{1,18}"));
        query.complete();
        Cursor after = page.after();
        List<CheckpointView> rows =
                checkpoints.before(
                        after == null ? Long.MAX_VALUE : Long.parseLong(after.part(0)),
                        page.rowsToFetch());
        return Page.of(rows, page, view -> Cursor.of(Long.toString(view.block())));
    }
}
