package cme.compliance.status;

import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.assessment.AssessmentInputs;
import cme.compliance.assessment.StatusQuestion;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The deadlines of a diplomate as a calendar.
@Path(Access.DIPLOMATE_PATH + "/calendar.ics")
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Status")
public class CalendarResource {

    private final AssessmentInputs inputs;
    private final Access access;

    CalendarResource(AssessmentInputs inputs, Access access) {
        this.inputs = inputs;
        this.access = access;
    }

    @GET
    @Produces("text/calendar;charset=UTF-8")
    @Operation(
            summary = "The open findings as all-day events on their deadlines",
            operationId = "getCalendar")
    @APIResponse(responseCode = "200", description = "iCalendar (RFC 5545)")
    @APIResponse(
            responseCode = "404",
            description = "The board has recorded no cycle for the diplomate (type `no-cycle`)")
    public String get(@PathParam("diplomateId") String diplomateId) {
        return StatusCalendar.of(
                inputs.of(access.read(diplomateId), StatusQuestion.OF_TODAY).assess());
    }
}
