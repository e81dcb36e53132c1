package cme.portal.calendar;

import cme.portal.compliance.ComplianceClient;
import cme.portal.page.Files;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The open deadlines as a file for calendar programs.
@Path("/diplomates/{id}/calendar.ics")
@RolesAllowed({"board", "diplomate"})
public class CalendarFileResource {
    private final ComplianceClient compliance;

    CalendarFileResource(@RestClient ComplianceClient compliance) {
        this.compliance = compliance;
    }

    @GET
    @Produces("text/calendar")
    @RunOnVirtualThread
    public Response file(@PathParam("id") String id) {
        return Files.passOn(compliance.calendar(id));
    }
}
