package cme.portal.transcript;

import cme.portal.credit.CreditClient;
import cme.portal.page.Frame;
import cme.portal.services.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Checks a transcript by its code, for everybody.
@Path("/transcripts/verify")
@PermitAll
public class VerificationResource {
    private static final Pattern CODE = Pattern.compile("[0-9A-Fa-f]{4}(-?[0-9A-Fa-f]{4}){7}");
    private static final int NOT_FOUND = 404;
    private static final int MOST = 120;

    private final CreditClient credit;
    private final Frame frame;

    VerificationResource(@RestClient CreditClient credit, Frame frame) {
        this.credit = credit;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "transcript")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance verification(VerificationPage page);
    }

    /// @param familyName as the transcript says it; empty to compare none
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance verify(
            @QueryParam("code") @Nullable String code,
            @QueryParam("familyName") @Nullable String familyName) {
        String typed = code == null ? "" : code.strip();
        String name = familyName == null ? "" : familyName.strip();
        return Templates.verification(page(typed, name));
    }

    private VerificationPage page(String code, String name) {
        if (code.isEmpty()) {
            return VerificationPage.empty();
        }
        if (!CODE.matcher(code).matches()) {
            return VerificationPage.refused(
                    code, name, "A code has 32 letters and digits, in eight groups of four.");
        }
        if (name.length() > MOST) {
            return VerificationPage.refused(code, name, "This name is too long.");
        }
        try {
            return VerificationPage.of(
                    code,
                    name,
                    credit.verification(code, name.isEmpty() ? null : name),
                    frame.formats());
        } catch (ServiceProblem problem) {
            if (problem.status() == NOT_FOUND) {
                return VerificationPage.unknown(code, name);
            }
            throw problem;
        }
    }
}
