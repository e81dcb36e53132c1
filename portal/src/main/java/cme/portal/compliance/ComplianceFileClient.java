package cme.portal.compliance;

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

/// Sends files to the compliance-service, which may take minutes. They are passed on as they are
/// read, never held whole.
@Path("/v1")
@RegisterRestClient(configKey = "compliance-files")
@RegisterProvider(AskingFilter.class)
@RegisterProvider(RefusalMapper.class)
@OutagesAsProblems("The assessment of requirements")
@Produces(MediaType.APPLICATION_JSON)
public interface ComplianceFileClient {
    /// Records the cycles of a file.
    ///
    /// @param contentType `text/csv` or `application/json`
    @POST
    @Path("/diplomates/imports")
    Cycle.Import importCycles(
            @HeaderParam("Content-Type") String contentType,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            @QueryParam("ignoreColumns") @Nullable String ignoreColumns,
            InputStream file);
}
