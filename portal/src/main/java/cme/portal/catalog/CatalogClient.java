package cme.portal.catalog;

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
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The catalog-service. Every method throws [cme.portal.services.ServiceProblem] when the service
/// refuses or cannot be reached.
@Path("/v1")
@RegisterRestClient(configKey = "catalog")
@RegisterProvider(AskingFilter.class)
@RegisterProvider(RefusalMapper.class)
@OutagesAsProblems("The catalog")
@Produces(MediaType.APPLICATION_JSON)
public interface CatalogClient {
    /// @param on approved on that day
    /// @param facets true: with counts of everything found
    @GET
    @Path("/activities")
    ActivityPage activities(
            @QueryParam("q") @Nullable String q,
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("type") @Nullable String type,
            @QueryParam("status") @Nullable String status,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("procedure") @Nullable String procedure,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("facets") @Nullable Boolean facets,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// With the tag that a change has to name.
    @GET
    @Path("/activities/{code}")
    RestResponse<Activity> activity(@PathParam("code") String code);

    /// Records an activity (without a tag) or changes it.
    @PUT
    @Path("/activities/{code}")
    RestResponse<Activity> putActivity(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Activity.Request activity);

    /// The first to the last.
    @GET
    @Path("/activities/{code}/revisions")
    Paged<Activity.Revision> revisions(
            @PathParam("code") String code,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// Approves an activity for a purpose.
    ///
    /// @param ifMatch the tag of the activity; null if it does not matter
    @POST
    @Path("/activities/{code}/approvals")
    RestResponse<Activity.Approval> approve(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Activity.ApprovalRequest approval);

    /// With the tag that a change has to name.
    @GET
    @Path("/activities/{code}/approvals/{id}")
    RestResponse<Activity.Approval> approval(
            @PathParam("code") String code, @PathParam("id") String id);

    /// Changes an approval, such as its last day.
    @PUT
    @Path("/activities/{code}/approvals/{id}")
    RestResponse<Activity.Approval> changeApproval(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Activity.ApprovalRequest approval);

    /// Takes an approval back, as if it had never been.
    @DELETE
    @Path("/activities/{code}/approvals/{id}")
    void removeApproval(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") String reason);

    /// Retires an activity.
    @POST
    @Path("/activities/{code}/retirement")
    RestResponse<Activity> retire(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Activity.Retirement retirement);

    /// Takes a retirement back.
    @DELETE
    @Path("/activities/{code}/retirement")
    void removeRetirement(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") String reason);

    /// @param requirement id of a requirement of the rules; null for all
    @GET
    @Path("/guidance")
    Paged<Guidance> guidance(
            @QueryParam("requirement") @Nullable String requirement,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// All providers, by code.
    @GET
    @Path("/providers")
    Paged<Provider> providers(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// One provider.
    @GET
    @Path("/providers/{code}")
    Provider provider(@PathParam("code") String code);

    /// All tracer procedures, by code.
    @GET
    @Path("/tracer-procedures")
    Paged<TracerProcedure> tracerProcedures(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// One tracer procedure.
    @GET
    @Path("/tracer-procedures/{code}")
    TracerProcedure tracerProcedure(@PathParam("code") String code);

    /// The table "approved activities aligned with tracer procedures", by module and procedure.
    ///
    /// @param on the day of the approvals; null for today
    @GET
    @Path("/tracer-procedures/aligned-activities")
    Paged<AlignedActivity> alignedActivities(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("module") @Nullable String module,
            @QueryParam("procedure") @Nullable String procedure,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);
}
