package cme.portal.person;

import cme.portal.compliance.ComplianceFileClient;
import cme.portal.credit.CreditFileClient;
import cme.portal.page.Frame;
import cme.portal.services.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Files with many identities or cycles, checked before they are recorded.
@Path("/imports")
@RolesAllowed("board")
public class ImportsResource {
    private static final int UNPROCESSABLE = 422;
    private static final String TABLE = "text/csv";

    private final CreditFileClient identities;
    private final ComplianceFileClient cycles;
    private final Frame frame;

    ImportsResource(
            @RestClient CreditFileClient identities,
            @RestClient ComplianceFileClient cycles,
            Frame frame) {
        this.identities = identities;
        this.cycles = cycles;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "person")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance imports(ImportsPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance form() {
        return Templates.imports(ImportsPage.EMPTY);
    }

    /// @param kind `identities` or `cycles`
    /// @param step `check` records nothing
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response send(
            @RestForm @Nullable String kind,
            @RestForm @Nullable String step,
            @RestForm @Nullable FileUpload file)
            throws IOException {
        if (file == null || file.size() == 0) {
            return refused("Choose a file.");
        }
        Boolean dryRun = "import".equals(step) ? null : true;
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return Response.ok(Templates.imports(answer(kind, dryRun, content))).build();
        } catch (ServiceProblem problem) {
            if (problem.isOutage()) {
                throw problem;
            }
            return refused(problem.detail());
        }
    }

    private ImportsPage answer(
            @Nullable String kind, @Nullable Boolean dryRun, InputStream content) {
        return "cycles".equals(kind)
                ? ImportsPage.of(cycles.importCycles(TABLE, dryRun, null, content), frame.formats())
                : ImportsPage.of(
                        identities.importIdentities(TABLE, dryRun, null, null, null, content),
                        frame.formats());
    }

    private static Response refused(String why) {
        return Response.status(UNPROCESSABLE)
                .entity(Templates.imports(ImportsPage.refused(why)))
                .build();
    }
}
