package cme.portal.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// The framework refuses with a bare line what needs a sign-in or another role; people get a page.
public class BareRefusals {
    private static final Annotation[] NO_ANNOTATIONS = {};

    @ServerResponseFilter
    public void dress(ContainerResponseContext answer, RoutingContext context) {
        int status = answer.getStatus();
        boolean bare = answer.getMediaType() == null || !isHtml(answer.getMediaType());
        if ((status == 401 || status == 403)
                && bare
                && answer.getHeaderString("Location") == null) {
            String reference =
                    Optional.ofNullable(context.<String>get(PageHeaders.REQUEST_ID)).orElse("");
            answer.setEntity(
                    Failures.Templates.failure(FailurePage.of(status, reference)).render(),
                    NO_ANNOTATIONS,
                    MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
        }
    }

    private static boolean isHtml(MediaType type) {
        return type.isCompatible(MediaType.TEXT_HTML_TYPE);
    }
}
