package cme.portal.credit;

import cme.portal.services.AskingFilter;
import cme.portal.services.OutagesAsProblems;
import cme.portal.services.RefusalMapper;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// Sends files to the credit-service, which may take minutes. They are passed on as they are read,
/// never held whole.
@Path("/v1")
@RegisterRestClient(configKey = "credit-files")
@RegisterProvider(AskingFilter.class)
@RegisterProvider(RefusalMapper.class)
@OutagesAsProblems("The record of completions")
@Produces(MediaType.APPLICATION_JSON)
public interface CreditFileClient {
    /// Posts a roster in any form that the service reads.
    ///
    /// @param contentType such as `text/csv`, with its charset if it is known
    /// @param externalId the sender's own name of the roster
    /// @param dryRun true: the same answer, and nothing is recorded
    /// @param reinstate true: puts back what was withdrawn
    /// @param ignoreColumns names separated by commas
    /// @param form `pars` for the templates of ACCME's PARS; else null
    @POST
    @Path("/rosters")
    RosterResult postRoster(
            @HeaderParam("Content-Type") String contentType,
            @QueryParam("externalId") @Nullable String externalId,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            @QueryParam("reinstate") @Nullable Boolean reinstate,
            @QueryParam("ignoreColumns") @Nullable String ignoreColumns,
            @QueryParam("form") @Nullable String form,
            InputStream file);

    /// Records the identities of a file.
    ///
    /// @param contentType `text/csv` or `application/json`
    /// @param insist true: although an NPI is somebody else's; with a reason
    @POST
    @Path("/identities/imports")
    Identity.Import importIdentities(
            @HeaderParam("Content-Type") String contentType,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            @QueryParam("insist") @Nullable Boolean insist,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("ignoreColumns") @Nullable String ignoreColumns,
            InputStream file);
}
