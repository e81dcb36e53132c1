package cme.portal.page;

import cme.portal.services.ServiceProblem;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// A failure is a page in words too.
public class Failures {
    private static final Pattern OF_A_DIPLOMATE = Pattern.compile("/diplomates/[^/]+(/.*)?");

    /// The status page says what to do when the board has recorded no cycle; these send there.
    private static final Pattern BELOW_A_DIPLOMATE =
            Pattern.compile("/diplomates/[^/]+/(what-if|history|calendar)");

    private final Frame frame;

    Failures(Frame frame) {
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance failure(FailurePage page);
    }

    @ServerExceptionMapper
    public Response answered(WebApplicationException failure, RoutingContext context) {
        Response response = failure.getResponse();
        // A redirect, or an answer that a resource has made itself.
        if (response.getStatus() < 400 || response.hasEntity()) {
            return response;
        }
        return page(FailurePage.of(response.getStatus(), reference(context)));
    }

    /// A refusal of a service has its own sentence, which people can act on. That the token is not
    /// good any more is said by the page itself.
    @ServerExceptionMapper
    public Response refused(
            ServiceProblem problem, RoutingContext context, ContainerRequestContext request) {
        String path = context.request().path();
        Optional<String> survivor =
                problem.mergedInto().filter(_ -> context.request().method() == HttpMethod.GET);
        if (survivor.isPresent() && OF_A_DIPLOMATE.matcher(path).matches()) {
            return Response.seeOther(URI.create("/diplomates/" + survivor.get() + "?done=merged"))
                    .build();
        }
        if (problem.code().equals("no-cycle") && BELOW_A_DIPLOMATE.matcher(path).matches()) {
            return Response.seeOther(URI.create(path.substring(0, path.lastIndexOf('/')))).build();
        }
        FailurePage page = FailurePage.of(problem.status(), reference(context));
        if (problem.status() == 401) {
            return page(page);
        }
        FailurePage said = page.saying(Sentences.of(problem.detail(), frame.formats()));
        return page(problem.isOutage() ? said.keeping(UnsentForm.of(request)) : said);
    }

    @ServerExceptionMapper
    public Response unexpected(Exception failure, RoutingContext context) {
        Log.errorf(failure, "A page failed.");
        return page(FailurePage.of(500, reference(context)));
    }

    private static Response page(FailurePage page) {
        return Response.status(page.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Templates.failure(page).render())
                .build();
    }

    private static String reference(RoutingContext context) {
        return Optional.ofNullable(context.<String>get(PageHeaders.REQUEST_ID)).orElse("");
    }
}
