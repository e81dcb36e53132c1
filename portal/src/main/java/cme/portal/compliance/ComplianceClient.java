package cme.portal.compliance;

import cme.portal.services.AskingFilter;
import cme.portal.services.OutagesAsProblems;
import cme.portal.services.Paged;
import cme.portal.services.RefusalMapper;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The compliance-service, but for files sent to it ([ComplianceFileClient]). Every method throws
/// [cme.portal.services.ServiceProblem] when the service refuses or cannot be reached.
@Path("/v1")
@RegisterRestClient(configKey = "compliance")
@RegisterProvider(AskingFilter.class)
@RegisterProvider(RefusalMapper.class)
@OutagesAsProblems("The assessment of requirements")
@Produces(MediaType.APPLICATION_JSON)
public interface ComplianceClient {
    /// @param asOf the day; null for today
    /// @param knownAt as it was known then; null for now
    /// @param cycle the start year of an earlier cycle; null for the current one
    @GET
    @Path("/diplomates/{diplomateId}/status")
    Status status(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownAt") @Nullable Instant knownAt,
            @QueryParam("cycle") @Nullable Integer cycle);

    /// Records nothing.
    @POST
    @Path("/diplomates/{diplomateId}/status/what-if")
    WhatIf whatIf(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            WhatIf.Request suppositions);

    /// The activities that help, and the fewest that close everything.
    @GET
    @Path("/diplomates/{diplomateId}/recommendations")
    Recommendations recommendations(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("asOf") @Nullable LocalDate asOf);

    /// Oldest first.
    @GET
    @Path("/diplomates/{diplomateId}/history")
    Paged<HistoryEntry> history(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// The open findings as a calendar. Close the stream.
    @GET
    @Path("/diplomates/{diplomateId}/calendar.ics")
    @Produces("text/calendar")
    RestResponse<InputStream> calendar(@PathParam("diplomateId") String diplomateId);

    /// The addresses that calendars subscribe to.
    @GET
    @Path("/diplomates/{diplomateId}/calendar-feeds")
    Paged<CalendarFeed> calendarFeeds(@PathParam("diplomateId") String diplomateId);

    /// Adds one; its address is shown only now.
    @POST
    @Path("/diplomates/{diplomateId}/calendar-feeds")
    CalendarFeed.Added addCalendarFeed(@PathParam("diplomateId") String diplomateId);

    /// Makes an address useless.
    @DELETE
    @Path("/diplomates/{diplomateId}/calendar-feeds/{feed}")
    void removeCalendarFeed(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("feed") String feed,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") String reason);

    /// With the tag that a change has to name.
    @GET
    @Path("/diplomates/{diplomateId}/cycle")
    RestResponse<Cycle> cycle(@PathParam("diplomateId") String diplomateId);

    /// Records a cycle (without a tag) or changes it.
    @PUT
    @Path("/diplomates/{diplomateId}/cycle")
    RestResponse<Cycle> putCycle(
            @PathParam("diplomateId") String diplomateId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Cycle.Request cycle);

    /// Takes a cycle back.
    @DELETE
    @Path("/diplomates/{diplomateId}/cycle")
    void removeCycle(
            @PathParam("diplomateId") String diplomateId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") String reason);

    /// All cycles of a diplomate.
    @GET
    @Path("/diplomates/{diplomateId}/cycles")
    Paged<Cycle.InSequence> cycles(@PathParam("diplomateId") String diplomateId);

    /// By due year.
    @GET
    @Path("/diplomates/{diplomateId}/tracers")
    Paged<Tracer> tracers(@PathParam("diplomateId") String diplomateId);

    /// With the tag that a change has to name.
    @GET
    @Path("/diplomates/{diplomateId}/tracers/{dueYear}")
    RestResponse<Tracer> tracer(
            @PathParam("diplomateId") String diplomateId, @PathParam("dueYear") int dueYear);

    /// Records a tracer procedure (without a tag) or changes it.
    @PUT
    @Path("/diplomates/{diplomateId}/tracers/{dueYear}")
    RestResponse<Tracer> putTracer(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("dueYear") int dueYear,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Tracer.Request tracer);

    /// Takes a tracer procedure back.
    @DELETE
    @Path("/diplomates/{diplomateId}/tracers/{dueYear}")
    void removeTracer(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("dueYear") int dueYear,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") String reason);

    /// By first day.
    @GET
    @Path("/diplomates/{diplomateId}/pathways")
    Paged<Pathway> pathways(@PathParam("diplomateId") String diplomateId);

    /// A later one with the same first day replaces.
    ///
    /// @param ifMatch null if it does not matter
    @POST
    @Path("/diplomates/{diplomateId}/pathways")
    RestResponse<Pathway> recordPathway(
            @PathParam("diplomateId") String diplomateId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Pathway.Request pathway);

    /// Takes a pathway back.
    ///
    /// @param from its first day
    @DELETE
    @Path("/diplomates/{diplomateId}/pathways/{from}")
    void removePathway(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("from") LocalDate from,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") String reason);

    /// By due year and requirement.
    @GET
    @Path("/diplomates/{diplomateId}/decisions")
    Paged<Decision> decisions(@PathParam("diplomateId") String diplomateId);

    /// A later one on the same requirement and due year replaces.
    ///
    /// @param ifMatch null if it does not matter
    @POST
    @Path("/diplomates/{diplomateId}/decisions")
    RestResponse<Decision> recordDecision(
            @PathParam("diplomateId") String diplomateId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Decision.Request decision);

    /// Takes a decision back.
    @DELETE
    @Path("/diplomates/{diplomateId}/decisions/{requirement}/{dueYear}")
    void removeDecision(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("requirement") String requirement,
            @PathParam("dueYear") int dueYear,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") String reason);

    /// Diplomates as of today; a requirement, a state and a deadline must be met by one finding.
    ///
    /// @param standing one or several, separated by commas
    /// @param sort `deadline`, `standing` or `diplomate`
    @GET
    @Path("/statuses")
    Worklist statuses(
            @QueryParam("standing") @Nullable String standing,
            @QueryParam("pathway") @Nullable String pathway,
            @QueryParam("requirement") @Nullable String requirement,
            @QueryParam("state") @Nullable String state,
            @QueryParam("dueBefore") @Nullable LocalDate dueBefore,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// The same as a table. Close the stream.
    @GET
    @Path("/statuses")
    @Produces("text/csv")
    RestResponse<InputStream> statusesAsTable(
            @QueryParam("standing") @Nullable String standing,
            @QueryParam("pathway") @Nullable String pathway,
            @QueryParam("requirement") @Nullable String requirement,
            @QueryParam("state") @Nullable String state,
            @QueryParam("dueBefore") @Nullable LocalDate dueBefore,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// @param asOf today or an earlier day; ask for several days for a series; null for today
    @GET
    @Path("/statuses/summary")
    Summary summary(@QueryParam("asOf") @Nullable LocalDate asOf);

    /// All rule sets.
    @GET
    @Path("/rule-sets")
    Paged<RuleSet> ruleSets();

    /// One rule set.
    @GET
    @Path("/rule-sets/{id}")
    RuleSet ruleSet(@PathParam("id") String id);

    /// Merged numbers that said different things, those to settle first.
    @GET
    @Path("/merge-contradictions")
    Paged<MergeContradiction> mergeContradictions(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// Settles a contradiction.
    @POST
    @Path("/merge-contradictions/{id}/resolution")
    MergeContradiction resolveContradiction(
            @PathParam("id") String id, MergeContradiction.Resolution resolution);
}
