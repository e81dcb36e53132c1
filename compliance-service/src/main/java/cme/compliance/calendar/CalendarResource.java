package cme.compliance.calendar;

import cme.chassis.http.ETag;
import cme.chassis.http.FileName;
import cme.chassis.json.Sha256;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The deadlines of a diplomate as a calendar.
@Path(Access.DIPLOMATE_PATH + "/calendar.ics")
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Status")
public class CalendarResource {

    static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private final DeadlineCalendar calendar;
    private final Access access;
    private final BoardClock clock;

    CalendarResource(DeadlineCalendar calendar, Access access, BoardClock clock) {
        this.calendar = calendar;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(
            summary = "The open findings as all-day events on their deadlines",
            operationId = "getCalendar")
    @APIResponse(responseCode = "200", description = "iCalendar (RFC 5545, RFC 7986)")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(
            responseCode = "404",
            description = "The board has recorded no cycle for the diplomate (type `no-cycle`)")
    public Response get(
            @PathParam("diplomateId") String diplomateId, @Context HttpHeaders headers) {
        DiplomateId diplomate = access.read(diplomateId);
        return answer(calendar.of(diplomate), diplomate, clock.today(), headers);
    }

    static Response answer(
            String calendar, DiplomateId diplomate, LocalDate day, HttpHeaders headers) {
        FileName name = FileName.of(day, "ics", "deadlines", diplomate.value());
        Response answer = new ETag(Sha256.hex(calendar)).answer(headers, calendar);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return name.attachTo(answer);
    }
}
