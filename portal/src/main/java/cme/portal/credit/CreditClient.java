package cme.portal.credit;

import cme.portal.services.AskingFilter;
import cme.portal.services.OutagesAsProblems;
import cme.portal.services.Paged;
import cme.portal.services.RefusalMapper;
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
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The credit-service, but for files sent to it ([CreditFileClient]). Every method throws
/// [cme.portal.services.ServiceProblem] when the service refuses or cannot be reached.
@Path("/v1")
@RegisterRestClient(configKey = "credit")
@RegisterProvider(AskingFilter.class)
@RegisterProvider(RefusalMapper.class)
@OutagesAsProblems("The record of completions")
@Produces(MediaType.APPLICATION_JSON)
public interface CreditClient {
    /// @param from first day of completion
    /// @param to last day of completion
    /// @param roster id of a roster
    @GET
    @Path("/completions")
    Paged<Completion> completions(
            @QueryParam("diplomate") @Nullable String diplomate,
            @QueryParam("activity") @Nullable String activity,
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("status") @Nullable String status,
            @QueryParam("externalId") @Nullable String externalId,
            @QueryParam("roster") @Nullable String roster,
            @QueryParam("recordedSince") @Nullable Instant recordedSince,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// Posts one completion; the same again changes nothing.
    @POST
    @Path("/completions")
    Completion.Posted post(Completion.Posting posting);

    /// With the tag that a change has to name.
    @GET
    @Path("/completions/{id}")
    RestResponse<Completion> completion(@PathParam("id") String id);

    /// Corrects a completion.
    @PUT
    @Path("/completions/{id}")
    RestResponse<Completion> correct(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Completion.Correction correction);

    /// Withdraws a completion.
    @POST
    @Path("/completions/{id}/withdrawal")
    RestResponse<Completion> withdraw(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Withdrawal withdrawal);

    /// The newest first.
    @GET
    @Path("/completions/{id}/revisions")
    Paged<Completion.Revision> revisions(@PathParam("id") String id);

    /// Proposes a correction to the board, which the society may not make itself any more.
    @POST
    @Path("/completions/{id}/correction-proposals")
    RestResponse<Completion.Proposal> propose(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Completion.Correction correction);

    /// The oldest first.
    ///
    /// @param completion the only one whose proposals are listed; null for all
    /// @param state `PROPOSED`, `ACCEPTED`, `REJECTED` or `SUPERSEDED`; null for all
    @GET
    @Path("/correction-proposals")
    Paged<Completion.Proposal> proposals(
            @QueryParam("completion") @Nullable String completion,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// With the tag that a decision has to name.
    @GET
    @Path("/correction-proposals/{id}")
    RestResponse<Completion.Proposal> proposal(@PathParam("id") String id);

    /// Accepts or rejects a proposal.
    @POST
    @Path("/correction-proposals/{id}/decision")
    RestResponse<Completion.Proposal> decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Completion.ProposalDecision decision);

    /// Rows that wait, the oldest first.
    @GET
    @Path("/held-rows")
    HeldRow.Page heldRows(
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("roster") @Nullable String roster,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// One row; for the board with whom it could mean.
    @GET
    @Path("/held-rows/{id}")
    HeldRow.Detail heldRow(@PathParam("id") String id);

    /// Assigns a row to a diplomate, or discards it.
    @POST
    @Path("/held-rows/{id}/resolution")
    HeldRow.Resolution resolve(@PathParam("id") String id, HeldRow.ResolutionRequest resolution);

    /// @param q the beginning of a number, an NPI or a family name in any spelling
    /// @param id numbers separated by commas, for many names in one call (at most 3500 characters)
    @GET
    @Path("/identities")
    Paged<Identity> identities(
            @QueryParam("q") @Nullable String q,
            @QueryParam("id") @Nullable String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// With the tag that a change has to name.
    @GET
    @Path("/identities/{diplomateId}")
    RestResponse<Identity> identity(@PathParam("diplomateId") String diplomateId);

    /// Records an identity (without a tag) or changes it.
    ///
    /// @param insist true: although the NPI is somebody else's; with a reason
    @PUT
    @Path("/identities/{diplomateId}")
    RestResponse<Identity> putIdentity(
            @PathParam("diplomateId") String diplomateId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("insist") @Nullable Boolean insist,
            @QueryParam("reason") @Nullable String reason,
            Identity.Request identity);

    /// The newest first.
    @GET
    @Path("/identities/{diplomateId}/revisions")
    Paged<Identity.Revision> identityRevisions(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// Whether a roster would find a person; shows nothing that was not sent.
    @POST
    @Path("/identities/match")
    Match match(Match.Request person);

    /// The merge of a number into another one.
    @GET
    @Path("/identities/{diplomateId}/merge")
    Merge mergeOf(@PathParam("diplomateId") String diplomateId);

    /// Merges a number into another one.
    ///
    /// @param dryRun true: tells what would move and moves nothing
    @POST
    @Path("/identities/{diplomateId}/merge")
    Merge merge(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            Merge.Request merge);

    /// Takes a merge back.
    @POST
    @Path("/identities/{diplomateId}/merge/withdrawal")
    Merge withdrawMerge(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            Withdrawal withdrawal);

    /// The newest first.
    @GET
    @Path("/rosters")
    Paged<Roster> rosters(
            @QueryParam("externalId") @Nullable String externalId,
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// A roster and its counts as they are now.
    @GET
    @Path("/rosters/{id}")
    Roster roster(@PathParam("id") String id);

    /// @param outcome such as `REJECTED`; null for all
    @GET
    @Path("/rosters/{id}/rows")
    Paged<RosterRow> rosterRows(
            @PathParam("id") String id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// The same as a table that can be mended and posted again. Close the stream.
    @GET
    @Path("/rosters/{id}/rows")
    @Produces("text/csv")
    RestResponse<InputStream> rosterRowsAsTable(
            @PathParam("id") String id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor);

    /// Withdraws every completion that a roster recorded.
    ///
    /// @param dryRun true: lists them and withdraws nothing
    @POST
    @Path("/rosters/{id}/withdrawal")
    Roster.Withdrawal withdrawRoster(
            @PathParam("id") String id,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            Withdrawal withdrawal);

    /// @param window `from..to` in ISO dates, for a total each; at most 20
    @GET
    @Path("/transcripts/{diplomateId}")
    Transcript transcript(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("window") List<String> window);

    /// The same as a table. Close the stream.
    @GET
    @Path("/transcripts/{diplomateId}")
    @Produces("text/csv")
    RestResponse<InputStream> transcriptAsTable(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("window") List<String> window);

    /// The same to print. Close the stream.
    @GET
    @Path("/transcripts/{diplomateId}")
    @Produces("application/pdf")
    RestResponse<InputStream> transcriptAsPdf(
            @PathParam("diplomateId") String diplomateId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("window") List<String> window);

    /// Open to everybody who has the code of a transcript.
    @GET
    @Path("/transcripts/verifications/{code}")
    TranscriptVerification verification(
            @PathParam("code") String code, @QueryParam("familyName") @Nullable String familyName);
}
