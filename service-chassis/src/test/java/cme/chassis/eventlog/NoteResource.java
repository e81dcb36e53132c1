package cme.chassis.eventlog;

import cme.chassis.json.JsonBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/// Accepts any JSON as the state of a subject and logs an event with it.
@Path("/v1/notes/{key}")
@RunOnVirtualThread
public class NoteResource {

    private final Jdbi jdbi;
    private final EventLog log;

    NoteResource(Jdbi jdbi, EventLog log) {
        this.jdbi = jdbi;
        this.log = log;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "204", description = "It is logged")
    public void post(@PathParam("key") String key, JsonBody body) {
        var payload = body.root().toString();
        var event = new NewEvent(key, TestEvents.TYPE, payload, Instant.EPOCH, "test");
        jdbi.useTransaction(handle -> log.append(handle, List.of(event)));
    }
}
